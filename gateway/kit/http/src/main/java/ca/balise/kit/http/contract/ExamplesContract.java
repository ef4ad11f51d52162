package ca.balise.kit.http.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Puts the examples of {@link ExampleFiles} on requests and answers, and one on each identifier in a path. */
@OpenApiFilter(stages = RunStage.BUILD)
public class ExamplesContract implements OASFilter {

    private static final String JSON = "application/json";
    private static final String IDENTIFIER = "019b76da-a800-7631-8876-a602c58ed0db";

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        if (contract.getPaths() != null) {
            contract.getPaths()
                    .getPathItems()
                    .values()
                    .forEach(path -> path.getOperations().values().forEach(ExamplesContract::document));
        }
    }

    private static void document(Operation operation) {
        if (operation.getRequestBody() != null && operation.getRequestBody().getContent() != null) {
            operation
                    .getRequestBody()
                    .getContent()
                    .getMediaTypes()
                    .forEach((type, content) ->
                            ExampleFiles.request(operation, type).ifPresent(content::setExample));
        }
        operation.getResponses().getAPIResponses().forEach((status, answer) -> {
            if (status.startsWith("2") && answer.getContent() != null) {
                MediaType written = answer.getContent().getMediaType(JSON);
                if (written != null) {
                    // The same as a page to read needs none: its text would be longer than the contract.
                    ExampleFiles.response(operation, status).ifPresent(written::setExample);
                }
            }
        });
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(ExamplesContract::isBareIdentifier)
                    .forEach(parameter -> parameter.setExample(IDENTIFIER));
        }
    }

    private static boolean isBareIdentifier(Parameter parameter) {
        Schema schema = parameter.getSchema();
        return parameter.getExample() == null
                && schema != null
                && ("uuid".equals(schema.getFormat())
                        || (schema.getRef() != null && schema.getRef().endsWith("/UUID")));
    }
}
