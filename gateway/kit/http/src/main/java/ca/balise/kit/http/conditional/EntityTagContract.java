package ca.balise.kit.http.conditional;

import ca.balise.kit.http.contract.OperationMethods;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/**
 * Documents {@code ETag}, {@code If-None-Match} and 304 on the operations that are {@link EntityTagged}, {@code If-Match} on those
 * that {@linkplain RequiresIfMatch require} it, and why a read that is {@link NotStored} has no tag.
 */
@OpenApiFilter(stages = RunStage.BUILD)
public class EntityTagContract implements OASFilter {

    private static final String EXAMPLE = "\"3-9f86d081884c7d659a2feaa0c55ad015\"";

    private final OperationMethods methods;

    public EntityTagContract(IndexView index) {
        this.methods = new OperationMethods(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        if (contract.getPaths() != null) {
            contract.getPaths()
                    .getPathItems()
                    .values()
                    .forEach(path -> path.getOperations().forEach(this::document));
        }
    }

    private void document(HttpMethod method, Operation operation) {
        if (methods.isAnnotated(operation, EntityTagged.class)) {
            tagged(method, operation);
        }
        if (methods.isAnnotated(operation, RequiresIfMatch.class)) {
            operation.addParameter(OASFactory.createParameter()
                    .name(HttpHeaders.IF_MATCH)
                    .in(Parameter.In.HEADER)
                    .required(true)
                    .description(
                            "The ETag of the record as you read it, several, or *. Its version is compared; a weak tag matches nothing.")
                    .example(EXAMPLE)
                    .schema(text()));
        }
        methods.annotation(operation, DotName.createSimple(NotStored.class))
                .ifPresent(why ->
                        operation.addExtension("x-not-stored", why.value().asString()));
    }

    private static void tagged(HttpMethod method, Operation operation) {
        for (Map.Entry<String, APIResponse> answer :
                operation.getResponses().getAPIResponses().entrySet()) {
            if (answer.getKey().startsWith("2")) {
                answer.getValue().addHeader(HttpHeaders.ETAG, entityTag());
            }
        }
        if (method == HttpMethod.GET) {
            operation.addParameter(OASFactory.createParameter()
                    .name(HttpHeaders.IF_NONE_MATCH)
                    .in(Parameter.In.HEADER)
                    .description("Tags of what the caller has, or *.")
                    .example(EXAMPLE)
                    .schema(text()));
            operation
                    .getResponses()
                    .addAPIResponse(
                            "304",
                            OASFactory.createAPIResponse()
                                    .description("The caller has it already")
                                    .addHeader(HttpHeaders.ETAG, entityTag()));
        }
    }

    private static Header entityTag() {
        return OASFactory.createHeader()
                .description("Strong tag of this representation (RFC 9110 §8.8.3).")
                .example(EXAMPLE)
                .schema(text());
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
