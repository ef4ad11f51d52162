package ca.balise.kit.http.contract;

import ca.balise.kit.http.conditional.RequiresIfMatch;
import ca.balise.kit.http.language.Language;
import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.JsonFailure;
import ca.balise.kit.http.problem.Problem;
import ca.balise.kit.http.problem.ProblemException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.IndexView;

/**
 * Documents, on each operation, the problems that every operation of its shape can answer with, each with an example: the
 * operation's own where there is a file of it, else the catalogue's.
 */
@OpenApiFilter(stages = RunStage.BUILD)
public class ProblemResponses implements OASFilter {

    private static final String PROBLEM = "Problem";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private static final Map<CommonProblem, String> HEADERS = Map.of(
            CommonProblem.UNAUTHENTICATED, "WWW-Authenticate",
            CommonProblem.UNAVAILABLE, "Retry-After");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final OperationMethods methods;

    public ProblemResponses(IndexView index) {
        this.methods = new OperationMethods(index);
    }

    /** Named, so that a generated client has a name for it. */
    private static final String VIOLATION = "Violation";

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        if (contract.getPaths() == null) {
            // The door has no operations of its own.
            return;
        }
        contract.getComponents().addSchema(PROBLEM, problem()).addSchema(VIOLATION, violation());
        contract.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().values().forEach(operation -> document(path, operation)));
    }

    private void document(String path, Operation operation) {
        problems(path, operation).forEach(problem -> {
            String status = String.valueOf(problem.status());
            APIResponse stated = operation.getResponses().getAPIResponse(status);
            boolean described = stated != null && !isFrameworksOwn(stated);
            APIResponse answer = described
                    ? stated
                    : OASFactory.createAPIResponse().description(problem.title().en());
            if (answer.getContent() == null) {
                answer.setContent(content());
            }
            String header = HEADERS.get(problem);
            if (header != null) {
                answer.addHeader(header, OASFactory.createHeader().schema(text()));
            }
            operation.getResponses().addAPIResponse(status, answer);
        });
        operation.getResponses().getAPIResponses().forEach((status, answer) -> {
            if (status.startsWith("4") || status.startsWith("5")) {
                exemplify(path, operation, status, answer);
            }
        });
    }

    private static void exemplify(String path, Operation operation, String status, APIResponse answer) {
        if (answer.getContent() == null) {
            answer.setContent(content());
        }
        MediaType written = answer.getContent().getMediaType(Problem.MEDIA_TYPE);
        if (written != null && written.getExample() == null) {
            written.setExample(ExampleFiles.response(operation, status)
                    .orElseGet(() -> example(path, operation, Integer.parseInt(status))));
        }
    }

    private static Object example(String path, Operation operation, int status) {
        boolean unreadable = status == 400 && operation.getRequestBody() != null;
        ProblemException failure = unreadable
                ? JsonFailure.unknownMember("/colour")
                : new ProblemException(CommonProblem.ofStatus(status));
        return JSON.convertValue(
                Problem.of(failure, Language.EN, path, TRACE), new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    /** The generator writes descriptions of its own where a resource states none; the catalogue's are better. */
    private static boolean isFrameworksOwn(APIResponse stated) {
        return stated.getContent() == null
                && List.of("Not Authorized", "Not Allowed", "Bad Request").contains(stated.getDescription());
    }

    private List<CommonProblem> problems(String path, Operation operation) {
        List<CommonProblem> problems = new ArrayList<>(List.of(CommonProblem.MALFORMED_REQUEST));
        if (!path.contains("/v1/public/")) {
            problems.add(CommonProblem.UNAUTHENTICATED);
            problems.add(CommonProblem.FORBIDDEN);
        }
        boolean named = operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> parameter.getIn() == In.PATH);
        if (named) {
            problems.add(CommonProblem.NOT_FOUND);
        }
        problems.add(CommonProblem.NOT_ACCEPTABLE);
        if (operation.getRequestBody() != null) {
            problems.add(CommonProblem.REQUEST_TIMEOUT);
            problems.add(CommonProblem.PAYLOAD_TOO_LARGE);
            problems.add(CommonProblem.UNSUPPORTED_MEDIA_TYPE);
            problems.add(CommonProblem.UNPROCESSABLE);
        }
        if (methods.isAnnotated(operation, RequiresIfMatch.class)) {
            problems.add(CommonProblem.PRECONDITION_FAILED);
            problems.add(CommonProblem.PRECONDITION_REQUIRED);
        }
        problems.add(CommonProblem.INTERNAL_ERROR);
        problems.add(CommonProblem.UNAVAILABLE);
        return problems;
    }

    private static Content content() {
        return OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(PROBLEM)));
    }

    private static Schema problem() {
        return object("type", "title", "detail", "instance", "code", "traceId")
                .description(
                        "RFC 9457 problem. code is stable and never translated; title and detail are in the caller's language.")
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addRequired("status")
                .addProperty(
                        "violations",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(OASFactory.createSchema().ref(VIOLATION)))
                .addRequired("violations");
    }

    private static Schema violation() {
        return object("pointer", "code", "message")
                .description("What is wrong with one member of the request, at the JSON pointer.");
    }

    private static Schema object(String... strings) {
        Schema schema = OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
        for (String name : strings) {
            schema.addProperty(name, text());
            schema.addRequired(name);
        }
        return schema;
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
