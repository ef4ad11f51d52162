package ca.balise.genai.determination;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** For the benchmark alone: answers what it was given last. It is a test class, and does not ship. */
@Path(ConstantResource.PATH)
public class ConstantResource {

    static final String PATH = "/genai-registry/v1/benchmark-constant";

    private static volatile String constant = "{}";

    @GET
    @Authenticated
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public String constant() {
        return constant;
    }

    @PUT
    @Authenticated
    @Operation(hidden = true)
    public void set(String value) {
        constant = value;
    }
}
