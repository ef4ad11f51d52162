package ca.balise.kit.http.contract;

import io.quarkus.security.Authenticated;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/**
 * Says of each operation who may call it: {@code x-required-roles}, of which one is enough; none and {@code x-any-caller} where any
 * valid token will do; neither where no token is needed.
 */
@OpenApiFilter(stages = RunStage.BUILD)
public class AccessContract implements OASFilter {

    private static final DotName SOME_ROLES = DotName.createSimple(RolesAllowed.class);
    private static final DotName ANY_CALLER = DotName.createSimple(Authenticated.class);
    private static final DotName EVERYBODY = DotName.createSimple(PermitAll.class);

    private static final String ROLES = "x-required-roles";
    private static final String ANYONE = "x-any-caller";

    /** The name of the scheme, as the shared settings have it. */
    private static final String BEARER = "bearer";

    private final OperationMethods methods;

    public AccessContract(IndexView index) {
        this.methods = new OperationMethods(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        if (contract.getPaths() != null) {
            contract.getPaths()
                    .getPathItems()
                    .values()
                    .forEach(path -> path.getOperations().values().forEach(this::document));
        }
    }

    private void document(Operation operation) {
        methods.nearest(operation, Set.of(SOME_ROLES, ANY_CALLER, EVERYBODY)).ifPresent(permission -> {
            if (permission.name().equals(SOME_ROLES)) {
                operation.addExtension(
                        ROLES,
                        Arrays.stream(permission.value().asStringArray())
                                .sorted()
                                .toList());
            } else if (permission.name().equals(ANY_CALLER)) {
                operation.addExtension(ROLES, List.of());
                operation.addExtension(ANYONE, true);
            }
            // The framework's own filter does not see annotations on inherited methods.
            boolean guarded = !permission.name().equals(EVERYBODY);
            if (guarded
                    && (operation.getSecurity() == null
                            || operation.getSecurity().isEmpty())) {
                operation.addSecurityRequirement(
                        OASFactory.createSecurityRequirement().addScheme(BEARER));
            }
        });
    }
}
