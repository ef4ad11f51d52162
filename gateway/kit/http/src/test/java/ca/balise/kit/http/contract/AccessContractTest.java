package ca.balise.kit.http.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;

class AccessContractTest {

    @Test
    void statesTheRolesOfAMethodThatAResourceInherits() throws IOException {
        assertThat(extensions("readInherited")).isEqualTo(Map.of("x-required-roles", List.of("auditor", "reviewer")));
    }

    @Test
    void statesTheRolesOfTheMethodThatOverrides() throws IOException {
        assertThat(extensions("listOverridden")).isEqualTo(Map.of("x-required-roles", List.of("auditor")));
    }

    @Test
    void statesTheRolesOfTheClassWhereTheMethodSaysNothing() throws IOException {
        assertThat(extensions("readOfClass")).isEqualTo(Map.of("x-required-roles", List.of("declarant")));
    }

    @Test
    void saysThatAnyCallerWillDo() throws IOException {
        assertThat(extensions("readByAnyone")).isEqualTo(Map.of("x-required-roles", List.of(), "x-any-caller", true));
    }

    @Test
    void saysNothingWhereNoCallerIsAsked() throws IOException {
        assertThat(extensions("readInPublic")).isNull();
    }

    private static Map<String, Object> extensions(String operationId) throws IOException {
        Index index = Index.of(Kept.class, Ours.class, Declared.class);
        var operation = OASFactory.createOperation().operationId(operationId);
        OpenAPI contract = OASFactory.createOpenAPI()
                .paths(OASFactory.createPaths()
                        .addPathItem("/x", OASFactory.createPathItem().GET(operation)));
        new AccessContract(index).filterOpenAPI(contract);
        return operation.getExtensions();
    }

    abstract static class Kept {

        @GET
        @RolesAllowed({"reviewer", "auditor"})
        @Operation(operationId = "readInherited")
        public String read(String id) {
            return id;
        }

        @GET
        @Operation(operationId = "listOverridden")
        public abstract String list();
    }

    static class Ours extends Kept {

        @Override
        @RolesAllowed("auditor")
        public String list() {
            return "";
        }
    }

    @RolesAllowed("declarant")
    static class Declared {

        @GET
        @Operation(operationId = "readOfClass")
        public String read() {
            return "";
        }

        @GET
        @Authenticated
        @Operation(operationId = "readByAnyone")
        public String anyone() {
            return "";
        }

        @GET
        @PermitAll
        @Operation(operationId = "readInPublic")
        public String inPublic() {
            return "";
        }
    }
}
