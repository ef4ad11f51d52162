package ca.balise.deid.threshold;

import ca.balise.deid.threshold.model.MinimumCellSizeAdviser;
import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The adviser over HTTP. Nothing of a request is kept. */
@Path("/deid/v1/minimum-cell-sizes")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Minimum cell sizes", description = "How large a cell must be at least, factor by factor.")
public class MinimumCellSizeResource {

    private final AdviseMinimumCellSize advise;
    private final MinimumCellSizeAdviser adviser;

    MinimumCellSizeResource(AdviseMinimumCellSize advise, MinimumCellSizeAdviser adviser) {
        this.advise = advise;
        this.adviser = adviser;
    }

    @POST
    @RolesAllowed({"deid-analyst", "deid-approver", "deid-specialist"})
    @Operation(
            operationId = "adviseMinimumCellSize",
            summary = "Recommends a minimum cell size",
            description =
                    "Weighs the eleven factors of PIN-2020-03 §5.1.3 and gives one reason a factor. The scale is ours; the size is yours to determine.")
    @APIResponse(responseCode = "200", description = "The recommended size with its reasons")
    public AdviceBody advise(@Nullable MinimumCellSizeRequest factors) {
        if (factors == null) {
            throw new ProblemException(CommonProblem.MALFORMED_JSON, 1, 1);
        }
        return AdviceBody.of(advise.advise(factors), adviser.floor(), adviser.version());
    }
}
