package ca.balise.kit.http.conditional;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/** Documents {@code ETag}, {@code If-None-Match} and 304 on the operations that are {@link EntityTagged}. */
@OpenApiFilter(stages = RunStage.BUILD)
public class EntityTagContract implements OASFilter {

    private static final DotName OPERATION =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.Operation");

    private final Set<String> tagged;

    public EntityTagContract(IndexView index) {
        this.tagged = index.getAnnotations(DotName.createSimple(EntityTagged.class)).stream()
                .map(AnnotationInstance::target)
                .filter(target -> target.kind() == org.jboss.jandex.AnnotationTarget.Kind.METHOD)
                .map(target -> target.asMethod().annotation(OPERATION))
                .filter(operation -> operation != null)
                .map(operation -> operation.value("operationId"))
                .filter(identifier -> identifier != null)
                .map(AnnotationValue::asString)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        if (contract.getPaths() != null) {
            contract.getPaths()
                    .getPathItems()
                    .values()
                    .forEach(path -> path.getOperations().forEach((method, operation) -> {
                        if (tagged.contains(operation.getOperationId())) {
                            document(method, operation);
                        }
                    }));
        }
    }

    private static void document(HttpMethod method, Operation operation) {
        for (Map.Entry<String, APIResponse> answer :
                operation.getResponses().getAPIResponses().entrySet()) {
            if (answer.getKey().startsWith("2")) {
                answer.getValue().addHeader("ETag", entityTag());
            }
        }
        if (method == HttpMethod.GET) {
            operation.addParameter(OASFactory.createParameter()
                    .name("If-None-Match")
                    .in(Parameter.In.HEADER)
                    .description("Tags of what the caller has, or *.")
                    .schema(text()));
            operation
                    .getResponses()
                    .addAPIResponse(
                            "304",
                            OASFactory.createAPIResponse()
                                    .description("The caller has it already")
                                    .addHeader("ETag", entityTag()));
        }
    }

    private static Header entityTag() {
        return OASFactory.createHeader()
                .description("Strong tag of this representation (RFC 9110 §8.8.3).")
                .schema(text());
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
