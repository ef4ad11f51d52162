package ca.balise.kit.http.contract;

import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.Problem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Documents, on each operation, the problems that every operation of its shape can answer with. */
@OpenApiFilter(stages = RunStage.BUILD)
public class ProblemResponses implements OASFilter {

    private static final String PROBLEM = "Problem";

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        if (contract.getPaths() == null) {
            // The door has no operations of its own.
            return;
        }
        contract.getComponents().addSchema(PROBLEM, problem());
        contract.getPaths()
                .getPathItems()
                .values()
                .forEach(path -> path.getOperations().values().forEach(ProblemResponses::document));
    }

    private static void document(Operation operation) {
        for (CommonProblem problem : problems(operation)) {
            String status = String.valueOf(problem.status());
            APIResponse stated = operation.getResponses().getAPIResponse(status);
            if (stated == null || isFrameworksOwn(stated)) {
                operation
                        .getResponses()
                        .addAPIResponse(status, response(problem.title().en()));
            } else if (stated.getContent() == null) {
                operation.getResponses().addAPIResponse(status, response(stated.getDescription()));
            }
        }
    }

    /** The generator writes descriptions of its own where a resource states none; the catalogue's are better. */
    private static boolean isFrameworksOwn(APIResponse stated) {
        return stated.getContent() == null
                && List.of("Not Authorized", "Not Allowed", "Bad Request").contains(stated.getDescription());
    }

    private static List<CommonProblem> problems(Operation operation) {
        List<CommonProblem> problems = new ArrayList<>(List.of(
                CommonProblem.MALFORMED_REQUEST,
                CommonProblem.UNAUTHENTICATED,
                CommonProblem.FORBIDDEN,
                CommonProblem.NOT_ACCEPTABLE,
                CommonProblem.INTERNAL_ERROR));
        if (operation.getRequestBody() != null) {
            problems.add(CommonProblem.REQUEST_TIMEOUT);
            problems.add(CommonProblem.PAYLOAD_TOO_LARGE);
            problems.add(CommonProblem.UNSUPPORTED_MEDIA_TYPE);
            problems.add(CommonProblem.UNPROCESSABLE);
        }
        boolean named = operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> parameter.getIn() == In.PATH);
        if (named) {
            problems.add(CommonProblem.NOT_FOUND);
        }
        return problems;
    }

    private static APIResponse response(String description) {
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(PROBLEM))));
    }

    private static Schema problem() {
        Schema violation = object("pointer", "code", "message");
        return object("type", "title", "detail", "instance", "code", "traceId")
                .description(
                        "RFC 9457 problem. code is stable and never translated; title and detail are in the caller's language.")
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addRequired("status")
                .addProperty(
                        "violations",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(violation))
                .addRequired("violations");
    }

    private static Schema object(String... strings) {
        Schema schema = OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
        for (String name : strings) {
            schema.addProperty(name, OASFactory.createSchema().addType(Schema.SchemaType.STRING));
            schema.addRequired(name);
        }
        return schema;
    }
}
