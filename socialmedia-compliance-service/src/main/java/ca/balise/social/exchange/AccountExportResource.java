package ca.balise.social.exchange;

import ca.balise.kit.http.conditional.NotStored;
import ca.balise.kit.http.security.CurrentCaller;
import ca.balise.social.Roles;
import ca.balise.social.account.model.AccountLanguage;
import ca.balise.social.account.model.AccountStatus;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The accounts as a list, over HTTP. */
@Path("/socialmedia/v1/accounts/exports")
@Tag(name = "Account lists")
@Blocking
public class AccountExportResource {

    private final ExportAccounts exportAccounts;
    private final CurrentCaller caller;

    AccountExportResource(ExportAccounts exportAccounts, CurrentCaller caller) {
        this.exportAccounts = exportAccounts;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.COMMUNICATIONS, Roles.ATIP, Roles.PUBLISHER, Roles.AUDITOR})
    @NotStored("It is written as it is read, and never held whole.")
    @Operation(
            operationId = "exportAccounts",
            summary = "Writes the accounts that you may see as a list",
            description = """
                    In JSON or, asked for text/csv, with the columns of Canada.ca's list and ours after them; closed accounts are left out. \
                    Imported again, the CSV changes nothing. A cell that a spreadsheet would take for a formula (it begins with =, +, -, @, \
                    a tab or a carriage return) has an apostrophe before it, which an import takes away.""")
    @APIResponse(
            responseCode = "200",
            description = "The accounts",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = AccountExport.class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class))
            })
    public StreamingOutput json() {
        var from = caller.get();
        return output -> exportAccounts.json(from, output);
    }

    @GET
    @Produces("text/csv;charset=UTF-8;qs=0.5")
    @RolesAllowed({Roles.COMMUNICATIONS, Roles.ATIP, Roles.PUBLISHER, Roles.AUDITOR})
    @NotStored("It is written as it is read, and never held whole.")
    @Operation(hidden = true)
    public StreamingOutput csv() {
        var from = caller.get();
        return output -> exportAccounts.csv(from, output);
    }

    /** The accounts. */
    public record AccountExport(List<ExportedAccount> accounts) {}

    /** An account of a list. */
    public record ExportedAccount(
            UUID id,
            String institution,
            String name,
            String platform,

            @Schema(description = "Its department, or what a list called it. Null: not known.") @Nullable
            String department,

            @Schema(description = "The number of its department.") @Nullable
            Integer orgNumber,

            @Nullable AccountLanguage language,
            @Schema(format = "uri") String url,
            @Nullable String handle,
            @Nullable String platformAccountKey,
            AccountStatus status,
            @Nullable String wikidataItem,
            @Nullable LocalDate addedOn) {}
}
