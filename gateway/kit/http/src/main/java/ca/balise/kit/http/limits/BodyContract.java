package ca.balise.kit.http.limits;

import ca.balise.kit.http.contract.OperationMethods;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import io.smallrye.config.WithDefault;
import java.io.InputStream;
import java.util.Locale;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/**
 * States the limit of each body that is read whole, as the service is shipped. One that is streamed has limits of its own, which its
 * operation describes.
 */
@OpenApiFilter(stages = RunStage.BUILD)
public class BodyContract implements OASFilter {

    private static final DotName STREAM = DotName.createSimple(InputStream.class);

    private final OperationMethods methods;

    public BodyContract(IndexView index) {
        this.methods = new OperationMethods(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        if (contract.getPaths() != null) {
            contract.getPaths().getPathItems().values().stream()
                    .flatMap(path -> path.getOperations().values().stream())
                    .filter(operation -> operation.getRequestBody() != null && !isStreamed(operation))
                    .forEach(operation -> document(operation.getRequestBody()));
        }
    }

    private boolean isStreamed(Operation operation) {
        return methods.of(operation).stream()
                .flatMap(method -> method.parameterTypes().stream())
                .anyMatch(type -> type.name().equals(STREAM));
    }

    private static void document(RequestBody body) {
        long limit = limit();
        String stated = String.format(Locale.ROOT, "At most %d bytes, inflated.", limit);
        body.addExtension("x-maximum-bytes", limit);
        body.setDescription(body.getDescription() == null ? stated : body.getDescription() + " " + stated);
    }

    private static long limit() {
        try {
            WithDefault unset = BodyLimits.class.getMethod("wholeBytes").getAnnotation(WithDefault.class);
            return ConfigProvider.getConfig()
                    .getOptionalValue("balise.http.body.whole-bytes", Long.class)
                    .orElseGet(() -> Long.valueOf(unset.value()));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("the limit is called otherwise", e);
        }
    }
}
