package ca.balise.social.exchange;

import ca.balise.kit.http.conditional.EntityTagged;
import ca.balise.kit.http.language.Language;
import ca.balise.kit.http.page.Listing;
import ca.balise.kit.http.page.PageParameters;
import ca.balise.kit.http.security.CurrentCaller;
import ca.balise.social.Roles;
import ca.balise.social.exchange.ImportReport.IssueBody;
import ca.balise.social.exchange.model.AccountImport;
import ca.balise.social.exchange.model.AccountImport.ListChange;
import ca.balise.social.exchange.model.Tally;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Lists of accounts over HTTP. */
@Path("/socialmedia/v1/accounts/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Account lists",
        description = "Canada.ca’s list of official accounts: imported with a report a row, and exported.")
public class AccountImportResource {

    private final ImportAccounts importAccounts;
    private final ReadAccountImports readImports;
    private final CurrentCaller caller;

    AccountImportResource(ImportAccounts importAccounts, ReadAccountImports readImports, CurrentCaller caller) {
        this.importAccounts = importAccounts;
        this.readImports = readImports;
        this.caller = caller;
    }

    @POST
    @Blocking
    @Consumes("text/csv")
    @RolesAllowed(Roles.PUBLISHER)
    @Operation(operationId = "importAccounts", summary = "Imports a list of official accounts", description = """
                    The columns of Canada.ca's list: Account, Platform, Department, Language and URL are needed; gc_orgID, wikidata_id and \
                    Date Added are read; the further columns of an export are not. Each row is accepted, flagged (taken, with something a \
                    person should look at) or rejected. Account, platform and department are recognised however they are spelt; a name and \
                    a number of two organizations are told apart and the number is not believed. What somebody changed by hand since is \
                    never overwritten; no account is closed or opened by a list. All rows are taken in one transaction; the same list \
                    again changes nothing.""")
    @RequestBody(
            required = true,
            description =
                    "CSV with a head, in UTF-8. At most 4194304 bytes, 20000 rows and 4096 characters a field; the answer has at most 5000 issues and 5000 differences.",
            extensions = @Extension(name = "x-maximum-bytes", value = "4194304", parseValue = true),
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "200", description = "What became of each row, and what differs from the list before")
    public AccountImportBody importList(
            @Parameter(description = "Whether to say what would be done and do nothing.", example = "true")
                    @QueryParam("dryRun")
                    @DefaultValue("false")
                    boolean dryRun,
            @Context HttpHeaders headers,
            InputStream body)
            throws Throwable {
        Tally tally = new Tally();
        Table table = Table.read(body, AccountList.COLUMNS, tally);
        var from = caller.get();
        return AccountImportBody.of(
                VertxContextSupport.subscribeAndAwait(() -> importAccounts.importList(from, table, tally, dryRun)),
                Language.negotiate(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    @GET
    @RolesAllowed({Roles.PUBLISHER, Roles.AUDITOR})
    @EntityTagged
    @Listing(sortedBy = "id")
    @Operation(
            operationId = "listAccountImports",
            summary = "Lists the imports of lists of accounts",
            description = "Oldest first; each with its sums alone.")
    @APIResponse(responseCode = "200", description = "A page of imports")
    public Uni<RestResponse<AccountImportList>> list(@BeanParam PageParameters page) {
        return readImports
                .list(caller.get(), page.request())
                .map(found -> page.answer(
                        found,
                        imports -> new AccountImportList(
                                imports.stream().map(AccountImportSums::of).toList())));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.PUBLISHER, Roles.AUDITOR})
    @EntityTagged
    @Operation(
            operationId = "readAccountImport",
            summary = "Reads what an import of a list of accounts did",
            description = "As it was answered, in your language.")
    @APIResponse(responseCode = "200", description = "What became of each row, and what differed from the list before")
    public Uni<AccountImportBody> read(
            @Parameter(description = "Id of the import") @PathParam("id") UUID id, @Context HttpHeaders headers) {
        return readImports
                .read(caller.get(), id)
                .map(made -> AccountImportBody.of(
                        made, Language.negotiate(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))));
    }

    /** What an import did. */
    @Schema(
            name = "AccountImport",
            description =
                    "What became of each row: accepted + flagged + rejected = rows; and what differs from the list before.")
    public record AccountImportBody(
            @Schema(description = "Null: a dry run, which is not kept.") @Nullable
            UUID id,

            boolean dryRun,
            Instant importedAt,
            @Schema(minimum = "0") int rows,

            @Schema(minimum = "0", description = "Rows taken without a remark.")
            int accepted,

            @Schema(minimum = "0", description = "Rows taken, with something that a person should look at.")
            int flagged,

            @Schema(minimum = "0", description = "Rows not taken.")
            int rejected,

            @Schema(maxItems = 5000) List<IssueBody> issues,

            @Schema(minimum = "0", description = "How many issues more there are.")
            int issuesLeftOut,

            ListDifference difference) {

        static AccountImportBody of(AccountImport made, Language language) {
            var sums = made.sums();
            return new AccountImportBody(
                    made.id(),
                    made.id() == null,
                    made.importedAt(),
                    sums.rows(),
                    sums.accepted(),
                    sums.flagged(),
                    sums.rejected(),
                    ImportReport.issues(sums, language),
                    sums.issuesLeftOut(),
                    ListDifference.of(made.difference()));
        }
    }

    /** What differs from the list before. */
    @Schema(name = "AccountListDifference", description = "What differs from the list imported before.")
    public record ListDifference(
            @Schema(minimum = "0", description = "Accounts that are new in it.")
            int added,

            @Schema(minimum = "0", description = "Accounts that it no longer has. They stay as they are.")
            int removed,

            @Schema(minimum = "0", description = "Accounts under another address, by inference.")
            int renamed,

            @Schema(minimum = "0", description = "Accounts of which something else is said.")
            int changed,

            @Schema(minimum = "0", description = "Accounts that stay as they are.")
            int unchanged,

            @Schema(maxItems = 5000) List<ListDifferenceEntry> entries,

            @Schema(minimum = "0", description = "How many entries more there are.")
            int entriesLeftOut) {

        static ListDifference of(AccountImport.Difference difference) {
            return new ListDifference(
                    difference.added(),
                    difference.removed(),
                    difference.renamed(),
                    difference.changed(),
                    difference.unchanged(),
                    difference.entries().stream().map(ListDifferenceEntry::of).toList(),
                    difference.entriesLeftOut());
        }
    }

    /** An account that differs. */
    @Schema(name = "AccountListDifferenceEntry")
    public record ListDifferenceEntry(
            ListChange change,

            @Schema(description = "The line of the file. Null: the list no longer has it.") @Nullable
            Long line,

            @Schema(description = "The account. Null: it would be new.") @Nullable
            UUID accountId,

            @Schema(format = "uri") String url,

            @Schema(format = "uri", description = "The address it had, if it was renamed.") @Nullable
            String formerUrl) {

        static ListDifferenceEntry of(AccountImport.Entry entry) {
            return new ListDifferenceEntry(
                    entry.change(), entry.line(), entry.accountId(), entry.url(), entry.formerUrl());
        }
    }

    /** The sums of an import. */
    @Schema(name = "AccountImportSums")
    public record AccountImportSums(
            UUID id,
            Instant importedAt,
            int rows,
            int accepted,
            int flagged,
            int rejected,
            int added,
            int removed,
            int renamed,
            int changed,
            int unchanged) {

        static AccountImportSums of(AccountImport made) {
            var sums = made.sums();
            var difference = made.difference();
            return new AccountImportSums(
                    java.util.Objects.requireNonNull(made.id()),
                    made.importedAt(),
                    sums.rows(),
                    sums.accepted(),
                    sums.flagged(),
                    sums.rejected(),
                    difference.added(),
                    difference.removed(),
                    difference.renamed(),
                    difference.changed(),
                    difference.unchanged());
        }
    }

    /**
     * A page of imports.
     *
     * @param items the imports, oldest first
     */
    public record AccountImportList(List<AccountImportSums> items) {}
}
