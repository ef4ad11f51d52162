package ca.balise.social.exchange;

import ca.balise.kit.http.language.Language;
import ca.balise.kit.http.security.CurrentCaller;
import ca.balise.social.Roles;
import ca.balise.social.exchange.ImportDepartments.Imported;
import ca.balise.social.exchange.ImportReport.IssueBody;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists of departments over HTTP. */
@Path("/socialmedia/v1/departments/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Departments")
@Blocking
public class DepartmentImportResource {

    private final ImportDepartments importDepartments;
    private final CurrentCaller caller;

    DepartmentImportResource(ImportDepartments importDepartments, CurrentCaller caller) {
        this.importDepartments = importDepartments;
        this.caller = caller;
    }

    @POST
    @Consumes("text/csv")
    @RolesAllowed(Roles.PUBLISHER)
    @Operation(
            operationId = "importDepartments",
            summary = "Registers the departments of a list of organizations",
            description = """
                    The columns of gc-org-info: gc_orgID, harmonized_name and nom_harmonisé are needed; legal_title, appellation_légale, \
                    preferred_name, nom_préféré, abbreviation, abreviation, FAA_LGFP and status_statut are read; institution may be added. \
                    A department is recognised by its number, or by its name where it has none. What somebody registered or changed by \
                    hand is completed, never changed. All rows are taken in one transaction; the same list again changes nothing.""")
    @RequestBody(
            required = true,
            description =
                    "CSV with a head, in UTF-8. At most 4194304 bytes, 20000 rows and 4096 characters a field; each row of the answer is at most one of 5000 issues.",
            extensions = @Extension(name = "x-maximum-bytes", value = "4194304", parseValue = true),
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "200", description = "What became of each row")
    public DepartmentImport importList(
            @Parameter(description = "Whether to say what would be done and do nothing.", example = "true")
                    @QueryParam("dryRun")
                    @DefaultValue("false")
                    boolean dryRun,
            @Context HttpHeaders headers,
            InputStream body)
            throws Throwable {
        var asked = importDepartments.importList(caller.get(), body, dryRun);
        return DepartmentImport.of(
                VertxContextSupport.subscribeAndAwait(() -> asked),
                dryRun,
                Language.negotiate(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    /**
     * What became of each row.
     *
     * @param rows rows of the table
     * @param accepted taken without a remark
     * @param flagged taken with a remark
     * @param rejected not taken
     * @param registered departments that are new
     * @param changed departments that say something else now
     * @param dryRun whether nothing was done
     * @param issues the remarks
     * @param issuesLeftOut how many more there are
     */
    @Schema(description = "What became of each row: accepted + flagged + rejected = rows.")
    public record DepartmentImport(
            @Schema(minimum = "0") int rows,

            @Schema(minimum = "0", description = "Rows taken without a remark.")
            int accepted,

            @Schema(minimum = "0", description = "Rows taken, with something that a person should look at.")
            int flagged,

            @Schema(minimum = "0", description = "Rows not taken.")
            int rejected,

            @Schema(minimum = "0", description = "Departments that are new.")
            int registered,

            @Schema(minimum = "0", description = "Departments of which something else is stated now.")
            int changed,

            @Schema(description = "Whether nothing was done.")
            boolean dryRun,

            @Schema(maxItems = 5000) List<IssueBody> issues,

            @Schema(minimum = "0", description = "How many issues more there are.")
            int issuesLeftOut) {

        static DepartmentImport of(Imported imported, boolean dryRun, Language language) {
            var sums = imported.sums();
            return new DepartmentImport(
                    sums.rows(),
                    sums.accepted(),
                    sums.flagged(),
                    sums.rejected(),
                    imported.registered(),
                    imported.changed(),
                    dryRun,
                    ImportReport.issues(sums, language),
                    sums.issuesLeftOut());
        }
    }
}
