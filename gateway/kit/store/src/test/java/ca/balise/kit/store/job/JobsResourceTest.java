package ca.balise.kit.store.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.Background;
import ca.balise.kit.store.BusyReplicas;
import ca.balise.kit.store.Eventually;
import ca.balise.kit.testing.PostgresTestResource;
import ca.balise.kit.testing.TestPostgres;
import ca.balise.kit.testing.TestTokens;
import ca.balise.kit.testing.TokenTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(BusyReplicas.class)
@QuarkusTestResource(TokenTestResource.class)
@QuarkusTestResource(
        value = PostgresTestResource.class,
        initArgs = @ResourceArg(name = "database", value = JobsResourceTest.DATABASE))
class JobsResourceTest {

    static final String DATABASE = "store";

    private static final TestTokens ALICE =
            TestTokens.as("alice").institution("HC").roles("deid-analyst");
    private static final TestTokens CAROL =
            TestTokens.as("carol").institution("DND").roles("deid-analyst");
    private static final TestTokens BOB = TestTokens.as("bob").institution("HC");
    private static final TestTokens AUDITOR = TestTokens.as("audit").roles("auditor");

    @Inject
    Jobs jobs;

    @Inject
    FollowJob follow;

    @Inject
    Background background;

    @TestHTTPResource("/store/v1/jobs/")
    URI address;

    private final List<GatedWork> works = new ArrayList<>();

    @BeforeEach
    void noJobs() throws Exception {
        try (Connection superuser = TestPostgres.asSuperuser(DATABASE);
                Statement statement = superuser.createStatement()) {
            statement.execute("truncate job");
        }
    }

    @AfterEach
    void letGo() {
        works.forEach(work -> work.open.countDown());
    }

    @Test
    void longWorkIsAnsweredWithTheAddressOfItsJob() throws Exception {
        String location = as(ALICE)
                .post("/store/v1/jobs/echoes")
                .then()
                .statusCode(202)
                .body("status", equalTo("QUEUED"))
                .body("kind", equalTo("ECHO"))
                .body("progress", equalTo(0.0f))
                .body("result", nullValue())
                .body("problem", nullValue())
                .extract()
                .header("Location");
        String path = URI.create(location).getPath();
        assertThat(path).startsWith("/store/v1/jobs/");
        Eventually.holds(
                "it is done",
                () -> as(ALICE).get(path).jsonPath().getString("status").equals("SUCCEEDED"));
        as(ALICE)
                .get(path)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("progress", equalTo(1.0f))
                .body("result.link", equalTo("/store/v1/echoes/1"))
                .body("createdAt", endsWith("Z"))
                .body("startedAt", endsWith("Z"))
                .body("finishedAt", endsWith("Z"));
    }

    @Test
    void aJobIsItsInstitutionsAndAuditorsSeeAll() throws Exception {
        UUID health = submit(ALICE).id();
        UUID defence = submit(CAROL).id();
        as(BOB).get("/store/v1/jobs/" + health).then().statusCode(200);
        for (String path : List.of("", "/events")) {
            as(CAROL)
                    .get("/store/v1/jobs/" + health + path)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("code", equalTo("NOT_FOUND"));
        }
        as(CAROL).delete("/store/v1/jobs/" + health).then().statusCode(404);
        as(AUDITOR).delete("/store/v1/jobs/" + health).then().statusCode(403);
        as(ALICE)
                .get("/store/v1/jobs")
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("items.id", contains(health.toString()));
        as(AUDITOR)
                .get("/store/v1/jobs")
                .then()
                .statusCode(200)
                .body("items.id", contains(defence.toString(), health.toString()));
    }

    @Test
    void jobsAreListedNewestFirstInPages() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.addFirst(submit(ALICE).id().toString());
        }
        List<String> seen = new ArrayList<>();
        String page = "/store/v1/jobs?limit=2";
        while (page != null) {
            var answer = as(ALICE).get(page);
            seen.addAll(answer.jsonPath().getList("items.id", String.class));
            String link = answer.header("Link");
            page = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertThat(seen).isEqualTo(ids);
        as(ALICE).get("/store/v1/jobs?after=nonsense").then().statusCode(400).body("violations", hasSize(1));
    }

    @Test
    void withoutATokenThereIsNothingAndAnInheritedRoleIsAsked() throws Exception {
        UUID id = submit(ALICE).id();
        for (String path : List.of("", "/" + id, "/" + id + "/events", "/guarded")) {
            RestAssured.given().get("/store/v1/jobs" + path).then().statusCode(401);
        }
        RestAssured.given().delete("/store/v1/jobs/" + id).then().statusCode(401);
        as(BOB).get("/store/v1/jobs/guarded").then().statusCode(403);
        as(ALICE).get("/store/v1/jobs/guarded").then().statusCode(200);
    }

    @Test
    void whatIsNoIdOfAJobIsNotFound() {
        for (String id : List.of("nonsense", "019b76da-a803-77ae-98df-000000000000")) {
            as(ALICE).get("/store/v1/jobs/" + id).then().statusCode(404);
            as(ALICE).delete("/store/v1/jobs/" + id).then().statusCode(404);
            as(ALICE).get("/store/v1/jobs/" + id + "/events").then().statusCode(404);
        }
    }

    @Test
    void cancellingAnswersWithTheJobAsItIsAndRefusesWhatIsFinished() throws Exception {
        GatedWork work = work();
        Job job = submit(ALICE, work);
        work.hasBegun();
        as(BOB).delete("/store/v1/jobs/" + job.id())
                .then()
                .statusCode(202)
                .body("id", equalTo(job.id().toString()))
                .body("status", equalTo("RUNNING"));
        Eventually.holds("it has stopped", () -> status(job).equals("CANCELLED"));
        as(ALICE)
                .header("Accept-Language", "fr")
                .delete("/store/v1/jobs/" + job.id())
                .then()
                .statusCode(409)
                .body("code", equalTo("JOB_FINISHED"))
                .body("detail", startsWith("Cette tâche est terminée"));
    }

    @Test
    void aFailureIsToldInTheLanguageOfWhoReads() throws Exception {
        Job job = submit(ALICE, progress -> {
            throw new ProblemException(CommonProblem.INFLATES_TOO_MUCH, 300);
        });
        Eventually.holds("it has failed", () -> status(job).equals("FAILED"));
        as(ALICE)
                .header("Accept-Language", "fr-CA")
                .get("/store/v1/jobs/" + job.id())
                .then()
                .header("Content-Language", "fr")
                .body("problem.code", equalTo("INFLATES_TOO_MUCH"))
                .body("problem.type", equalTo("urn:balise:problem:inflates-too-much"))
                .body("problem.title", equalTo("Corps trop dilaté"))
                .body("problem.detail", startsWith("Décompressé"));
    }

    @Test
    void aJobIsFollowedFromWhatItIsToItsEnd() throws Exception {
        GatedWork work = work();
        Job job = submit(ALICE, work);
        work.hasBegun();
        List<String> statuses = new ArrayList<>();
        List<Float> shares = new ArrayList<>();
        List<Integer> ids = new ArrayList<>();
        try (EventStream stream = new EventStream(address.resolve(job.id() + "/events"), token(ALICE), "en")) {
            assertThat(stream.head().getFirst()).isEqualTo("HTTP/1.1 200 OK");
            assertThat(stream.head())
                    .anyMatch(header -> header.equalsIgnoreCase("content-type: text/event-stream"))
                    .anyMatch(header -> header.equalsIgnoreCase("cache-control: no-store"))
                    .anyMatch(header -> header.equalsIgnoreCase("x-accel-buffering: no"));
            double share = 0;
            for (String id = stream.next("id:"); id != null; id = stream.next("id:")) {
                ids.add(Integer.parseInt(id.strip()));
                assertThat(stream.next("event:").strip()).isEqualTo("job");
                JsonPath data = JsonPath.from(stream.next("data:"));
                assertThat(data.getString("id")).isEqualTo(job.id().toString());
                statuses.add(data.getString("status"));
                shares.add(data.getFloat("progress"));
                share += 0.25;
                if (share < 1) {
                    work.progress.report(share);
                } else {
                    work.open.countDown();
                }
            }
        }
        assertThat(ids).isSorted().doesNotHaveDuplicates();
        assertThat(shares).isSorted().contains(0.25f, 0.5f, 0.75f).endsWith(1f);
        assertThat(statuses.getLast()).isEqualTo("SUCCEEDED");
        assertThat(statuses.subList(0, statuses.size() - 1)).containsOnly("RUNNING");
        Eventually.holds("nothing is held for it", () -> follow.followers() == 0);
    }

    @Test
    void aFinishedJobIsToldOnceAndTheStreamEnds() throws Exception {
        Job job = submit(ALICE, progress -> {
            throw new ProblemException(CommonProblem.CONFLICT);
        });
        Eventually.holds("it has failed", () -> status(job).equals("FAILED"));
        try (EventStream stream = new EventStream(address.resolve(job.id() + "/events"), token(ALICE), "fr")) {
            JsonPath data = JsonPath.from(stream.next("data:"));
            assertThat(data.getString("status")).isEqualTo("FAILED");
            assertThat(data.getString("problem.title")).isEqualTo("Conflit");
            assertThat(stream.next("data:")).isNull();
        }
    }

    @Test
    void whereNothingChangesAWordIsSaidSoThatTheConnectionIsKept() throws Exception {
        GatedWork work = work();
        Job job = submit(ALICE, work);
        work.hasBegun();
        try (EventStream stream = new EventStream(address.resolve(job.id() + "/events"), token(ALICE), "en")) {
            assertThat(stream.next(":").strip()).isEqualTo("nothing new");
            assertThat(stream.next(":").strip()).isEqualTo("nothing new");
        }
    }

    @Test
    void aFollowerWhoLeavesFreesItsPlaceAndTooManyAreToldSo() throws Exception {
        GatedWork work = work();
        Job job = submit(ALICE, work);
        work.hasBegun();
        URI events = address.resolve(job.id() + "/events");
        EventStream first = new EventStream(events, token(ALICE), "en");
        EventStream second = new EventStream(events, token(ALICE), "en");
        first.next("data:");
        second.next("data:");
        as(ALICE)
                .accept("text/event-stream")
                .get(events.getPath())
                .then()
                .statusCode(503)
                .header("Retry-After", "30")
                .body("code", equalTo("TOO_MANY_FOLLOWERS"));
        first.close();
        second.close();
        Eventually.holds("their places are free", () -> follow.followers() == 0);
        assertThat(work.progress.isCancelled()).isFalse();
        try (EventStream again = new EventStream(events, token(ALICE), "en")) {
            assertThat(again.next("data:")).contains("RUNNING");
        }
    }

    @Test
    void theContractNamesEachOperationOnce() {
        RestAssured.given()
                .accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.'/store/v1/jobs'.get.operationId", equalTo("listJobs"))
                .body("paths.'/store/v1/jobs/{id}'.get.operationId", equalTo("readJob"))
                .body("paths.'/store/v1/jobs/{id}'.delete.operationId", equalTo("cancelJob"))
                .body("paths.'/store/v1/jobs/{id}/events'.get.operationId", equalTo("followJob"))
                .body("paths.'/store/v1/jobs/{id}'.get.security", notNullValue())
                .body("paths.'/store/v1/jobs/{id}'.get.responses.keySet()", hasItem("304"))
                .body("components.schemas.Job.required", hasItem("problem"));
    }

    private GatedWork work() {
        GatedWork work = new GatedWork();
        works.add(work);
        return work;
    }

    private Job submit(TestTokens caller) {
        return submit(caller, work());
    }

    private Job submit(TestTokens token, JobWork work) {
        Caller caller = new Caller(
                "b6b0cbc0-0000-4000-8000-000000000000", token == CAROL ? "DND" : "HC", Set.of("deid-analyst"));
        return background.await(() -> jobs.submit(caller, "TEST", work));
    }

    private static String status(Job job) {
        return as(ALICE).get("/store/v1/jobs/" + job.id()).jsonPath().getString("status");
    }

    private static RequestSpecification as(TestTokens caller) {
        return RestAssured.given().auth().oauth2(token(caller));
    }

    private static String token(TestTokens caller) {
        return caller.audience("notes").sign();
    }
}
