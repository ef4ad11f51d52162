package ca.balise.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ca.balise.client.ApiClient;
import ca.balise.client.ApiException;
import ca.balise.client.ApiResponse;
import ca.balise.client.deid.Problem;
import ca.balise.client.deid.Role;
import ca.balise.client.deid.Score;
import ca.balise.client.deid.ScoreRows;
import ca.balise.client.deid.ScoreUploads;
import ca.balise.client.deid.ScoresApi;
import ca.balise.client.deid.Specification;
import ca.balise.client.deid.Variable;
import ca.balise.client.deid.Verdict;
import ca.balise.client.deid.Violation;
import ca.balise.client.genairegistry.NewOrganization;
import ca.balise.client.genairegistry.NewOrganizationCategory;
import ca.balise.client.genairegistry.NewOrganizationName;
import ca.balise.client.genairegistry.NewOrganizationProof;
import ca.balise.client.genairegistry.Organization;
import ca.balise.client.genairegistry.OrganizationKind;
import ca.balise.client.genairegistry.OrganizationsApi;
import ca.balise.client.socialmedia.Department;
import ca.balise.client.socialmedia.DepartmentsApi;
import ca.balise.client.socialmedia.FaaSchedule;
import ca.balise.client.socialmedia.NewDepartment;
import ca.balise.client.socialmedia.NewDepartmentName;
import ca.balise.kit.testing.NodePackage;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The generated clients, in Java and in TypeScript, through the door with tokens that Keycloak issued. */
@ExtendWith(RunningSuite.class)
class ClientsIT {

    private static final Path TYPESCRIPT = Path.of("../clients/target/typescript");

    @Test
    void registersAPublicBodyAndReadsItBack() throws Exception {
        OrganizationsApi organizations = new OrganizationsApi(client("diane"));

        ApiResponse<?> registered = organizations.registerOrganizationWithHttpInfo(
                OrganizationsApi.APIRegisterOrganizationRequest.newBuilder()
                        .newOrganization(new NewOrganization()
                                .institution("MSSS")
                                .name(new NewOrganizationName().fr("Organisme du client Java"))
                                .addCategoriesItem(new NewOrganizationCategory()
                                        .kind(OrganizationKind.HEALTH_BODY)
                                        .from(LocalDate.of(2020, 1, 1))
                                        .proof(new NewOrganizationProof()
                                                .document("Loi constitutive")
                                                .issuer("Assemblée nationale"))))
                        .build());
        Organization organization =
                organizations.readOrganization(OrganizationsApi.APIReadOrganizationRequest.newBuilder()
                        .id(identifier(registered))
                        .build());

        assertThat(registered.getStatusCode()).isEqualTo(201);
        assertThat(organization.getName().getFr()).isEqualTo("Organisme du client Java");
        assertThat(organization.getCategories()).singleElement().satisfies(category -> {
            assertThat(category.getKind()).isEqualTo(OrganizationKind.HEALTH_BODY);
            assertThat(category.getFrom()).isEqualTo(LocalDate.of(2020, 1, 1));
            assertThat(category.getUntil()).isNull();
        });
    }

    @Test
    void registersADepartmentAndReadsItBack() throws Exception {
        DepartmentsApi departments = new DepartmentsApi(client("serge"));

        ApiResponse<?> registered =
                departments.registerDepartmentWithHttpInfo(DepartmentsApi.APIRegisterDepartmentRequest.newBuilder()
                        .newDepartment(new NewDepartment()
                                .institution("HC")
                                .name(new NewDepartmentName().en("Java Canada").fr("Java Canada"))
                                .addFaaSchedulesItem(FaaSchedule.I_1))
                        .build());
        Department department = departments.readDepartment(DepartmentsApi.APIReadDepartmentRequest.newBuilder()
                .id(identifier(registered))
                .build());

        assertThat(department.getInstitution()).isEqualTo("HC");
        assertThat(department.getFaaSchedules()).containsExactly(FaaSchedule.I_1);
        assertThat(department.getPolicyDepartment()).isNull();
        assertThat(department.getParent()).isNull();
    }

    @Test
    void scoresRows() throws Exception {
        Score score = new ScoresApi(client("alice")).createScore(rows(Map.of("sex", "F"), Map.of("sex", "M")));

        assertThat(score.getRecords()).isEqualTo(2);
        assertThat(score.getUniqueRecords()).isEqualTo(2);
        assertThat(score.getVerdict()).isEqualTo(Verdict.NOT_RELEASABLE);
        assertThat(score.getReasons()).isNotEmpty();
    }

    @Test
    void scoresAStreamedFileBySpecification() throws Exception {
        ApiClient client = client("alice");
        UUID specification = new ScoresApi(client)
                .keepSpecification(ScoresApi.APIKeepSpecificationRequest.newBuilder()
                        .specification(specification())
                        .build())
                .getId();

        Score score = new ScoreUploads(client)
                .score(specification, "text/csv", BodyPublishers.ofString("sex\n" + "F\n".repeat(12) + "M\n"));

        assertThat(score.getRecords()).isEqualTo(13);
        assertThat(score.getSmallestCell()).isEqualTo(1);
    }

    @Test
    void readsATypedProblem() throws Exception {
        ApiClient client = client("alice");

        ApiException refused = catchThrowableOfType(
                ApiException.class, () -> new ScoresApi(client).createScore(rows(Map.of("sex", "F", "age", "30"))));

        assertThat(refused.getCode()).isEqualTo(400);
        Problem problem = client.getObjectMapper().readValue(refused.getResponseBody(), Problem.class);
        assertThat(problem.getStatus()).isEqualTo(400);
        assertThat(problem.getCode()).isEqualTo("MALFORMED_DATA");
        assertThat(problem.getViolations()).extracting(Violation::getCode).containsExactly("UNKNOWN_COLUMN");
        assertThat(problem.getTraceId()).matches("[0-9a-f]{32}");
    }

    @Test
    void doesTheSameInTypeScript() throws Exception {
        Path script = TYPESCRIPT.resolve("dist/test/first-path.js");
        assertThat(script)
                .as("the TypeScript client is built by the tests of deploy/clients")
                .isRegularFile();

        NodePackage.Answer answer = NodePackage.node(
                TYPESCRIPT,
                Map.of(
                        "BALISE_DOOR", RunningSuite.door().toString(),
                        "BALISE_DECLARANT", RunningSuite.token("diane"),
                        "BALISE_PUBLISHER", RunningSuite.token("serge"),
                        "BALISE_ANALYST", RunningSuite.token("alice")),
                script.toAbsolutePath().toString());

        assertThat(answer.status()).as(answer.output()).isZero();
        ObjectMapper json = new ObjectMapper();
        assertThat(json.readTree(answer.output())).isEqualTo(json.readTree("""
                        {"organization": {"name": "Body of the TypeScript client", "kind": "MINISTRY",
                                          "from": "2020-01-01T00:00:00.000Z"},
                         "department": {"name": "TypeScript Canada", "faaSchedules": ["I.1"], "parent": null},
                         "score": {"records": 3, "cells": 2, "uniqueRecords": 1, "verdict": "NOT_RELEASABLE"},
                         "uploaded": {"records": 13, "smallestCell": 1},
                         "problem": {"status": 400, "code": "MALFORMED_DATA", "violations": ["UNKNOWN_COLUMN"]}}"""));
    }

    /** Through the door, as a demonstration user. */
    private static ApiClient client(String user) {
        ApiClient client = new ApiClient();
        client.updateBaseUri(RunningSuite.door().toString());
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + RunningSuite.token(user)));
        return client;
    }

    private static Specification specification() {
        return new Specification()
                .addVariablesItem(new Variable().name("sex").role(Role.QUASI_IDENTIFIER))
                .oneRecordPerPerson(true);
    }

    @SafeVarargs
    private static ScoresApi.APICreateScoreRequest rows(Map<String, Object>... rows) {
        return ScoresApi.APICreateScoreRequest.newBuilder()
                .scoreRows(new ScoreRows().specification(specification()).rows(List.of(rows)))
                .build();
    }

    /** The identifier at the end of the address of what was made. */
    private static UUID identifier(ApiResponse<?> registered) {
        String location = registered.getHeaders().get("location").getFirst();
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }
}
