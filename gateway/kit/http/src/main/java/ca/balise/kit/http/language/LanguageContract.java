package ca.balise.kit.http.language;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Documents {@code Content-Language} and {@code Vary} on each answer in JSON, as {@link LanguageFilter} gives them. Runs after the
 * filters that add answers: quarkus takes the highest priority first.
 */
@OpenApiFilter(stages = RunStage.BUILD, priority = -100)
public class LanguageContract implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        if (contract.getPaths() != null) {
            contract.getPaths()
                    .getPathItems()
                    .values()
                    .forEach(path -> path.getOperations().values().forEach(LanguageContract::document));
        }
    }

    private static void document(Operation operation) {
        operation.getResponses().getAPIResponses().values().stream()
                .filter(LanguageContract::isInWords)
                .forEach(answer -> answer.addHeader(
                                HttpHeaders.CONTENT_LANGUAGE, header("The language of the words in it: en or fr."))
                        .addHeader(HttpHeaders.VARY, header("Accept-Language: it is to be had in the other too.")));
    }

    private static boolean isInWords(APIResponse answer) {
        return answer.getContent() != null
                && answer.getContent().getMediaTypes().keySet().stream().anyMatch(type -> type.endsWith("json"));
    }

    private static Header header(String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }
}
