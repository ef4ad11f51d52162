package ca.balise.social.account;

import ca.balise.kit.http.conditional.EntityTagged;
import ca.balise.kit.http.conditional.IfMatch;
import ca.balise.kit.http.conditional.RequiresIfMatch;
import ca.balise.kit.http.page.Listing;
import ca.balise.kit.http.page.Listing.Filter;
import ca.balise.kit.http.page.PageParameters;
import ca.balise.kit.http.problem.Members;
import ca.balise.kit.http.security.CurrentCaller;
import ca.balise.kit.store.idempotency.Idempotent;
import ca.balise.social.Roles;
import ca.balise.social.account.model.Account;
import ca.balise.social.account.model.AccountLanguage;
import ca.balise.social.account.model.AccountStatus;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The official accounts over HTTP. */
@Path(AccountResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Accounts",
        description =
                "Official accounts: whose they are, where they are and were found, and how far each is on its way.")
public class AccountResource {

    static final String PATH = "/socialmedia/v1/accounts";

    private final ListAccounts listAccounts;
    private final ReadAccount readAccount;
    private final RegisterAccount registerAccount;
    private final ReplaceAccount replaceAccount;
    private final MoveAccount moveAccount;
    private final FollowLifecycle follow;
    private final CurrentCaller caller;

    AccountResource(
            ListAccounts listAccounts,
            ReadAccount readAccount,
            RegisterAccount registerAccount,
            ReplaceAccount replaceAccount,
            MoveAccount moveAccount,
            FollowLifecycle follow,
            CurrentCaller caller) {
        this.listAccounts = listAccounts;
        this.readAccount = readAccount;
        this.registerAccount = registerAccount;
        this.replaceAccount = replaceAccount;
        this.moveAccount = moveAccount;
        this.follow = follow;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.COMMUNICATIONS, Roles.ATIP, Roles.PUBLISHER, Roles.AUDITOR})
    @EntityTagged
    @Listing(
            sortedBy = {"id", "platform", "institution"},
            filteredBy = {
                @Filter(
                        name = "institution",
                        pattern = Members.CODE_PATTERN,
                        description = "Only those of this institution.",
                        example = "HC"),
                @Filter(
                        name = "departmentId",
                        of = UUID.class,
                        description = "Only those that this department holds.",
                        example = "019b76da-a800-7631-8876-a602c58ed0db"),
                @Filter(
                        name = "platform",
                        pattern = Members.CODE_PATTERN,
                        description = "Only those on this platform.",
                        example = "FACEBOOK"),
                @Filter(name = "status", of = AccountStatus.class, description = "Only those that are so far."),
                @Filter(
                        name = "language",
                        of = AccountLanguage.class,
                        description = "Only those that speak this language."),
                @Filter(
                        name = "listed",
                        of = Boolean.class,
                        description = "Only those that the list imported last has; or has not."),
                @Filter(
                        name = "url",
                        pattern = "https://[!-~]{1,2000}",
                        description =
                                "Only those found at this address, today or before. As an account’s url is written.",
                        example = "https://www.facebook.com/healthcanada")
            })
    @Operation(
            operationId = "listAccounts",
            summary = "Lists official accounts",
            description =
                    "Oldest registration first: your institution’s; the principal publisher and an auditor see every institution’s.")
    @APIResponse(responseCode = "200", description = "A page of accounts")
    public Uni<RestResponse<AccountList>> list(@BeanParam PageParameters page) {
        return listAccounts
                .list(caller.get(), page.request())
                .map(found -> page.answer(
                        found,
                        accounts -> new AccountList(
                                accounts.stream().map(this::body).toList())));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.COMMUNICATIONS, Roles.ATIP, Roles.PUBLISHER, Roles.AUDITOR})
    @EntityTagged
    @Operation(
            operationId = "readAccount",
            summary = "Reads one account",
            description = "With its former addresses and the steps it took.")
    @APIResponse(responseCode = "200", description = "The account")
    public Uni<AccountBody> read(@Parameter(description = "Id of the account") @PathParam("id") UUID id) {
        return readAccount.read(caller.get(), id).map(this::body);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.COMMUNICATIONS, Roles.PUBLISHER})
    @EntityTagged
    @Idempotent
    @Operation(
            operationId = "registerAccount",
            summary = "Registers an official account",
            description =
                    "For your institution; the principal publisher for any. A NEW account begins as a DRAFT, an EXISTING one is ACTIVE. 409 if a live account has the address.")
    @APIResponse(
            responseCode = "201",
            description = "The account, registered",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AccountBody.class)),
            headers =
                    @Header(
                            name = HttpHeaders.LOCATION,
                            description = "Where it is read",
                            schema = @Schema(implementation = String.class)))
    public Uni<RestResponse<AccountBody>> register(@Nullable NewAccount described) {
        return registerAccount
                .register(caller.get(), described)
                .map(this::body)
                .map(registered -> RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, registered)
                        .header(HttpHeaders.LOCATION, PATH + "/" + registered.id())
                        .build());
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.COMMUNICATIONS, Roles.PUBLISHER})
    @EntityTagged
    @RequiresIfMatch
    @Operation(
            operationId = "replaceAccount",
            summary = "Replaces what is stated of an account",
            description =
                    "Whole: what the body leaves out is gone, but how the account came here. Another address is a renamed handle: the former one stays findable. The principal publisher may give it to another institution.")
    @APIResponse(responseCode = "200", description = "The account, as it is now")
    @APIResponse(responseCode = "409", description = "A live account has the address, or the platform’s id, already")
    public Uni<AccountBody> replace(
            @Parameter(description = "Id of the account") @PathParam("id") UUID id,
            @BeanParam IfMatch condition,
            @Nullable NewAccount described) {
        return replaceAccount.replace(caller.get(), id, condition, described).map(this::body);
    }

    @POST
    @Path("{id}/transitions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.COMMUNICATIONS, Roles.ATIP, Roles.PUBLISHER})
    @EntityTagged
    @RequiresIfMatch
    @Operation(
            operationId = "moveAccount",
            summary = "Takes an account a step further",
            description =
                    "The account’s nextSteps say which steps there are and whose they are. Another step is 409 with those there are; another role’s is 403.")
    @APIResponse(responseCode = "200", description = "The account, a step further")
    @APIResponse(responseCode = "409", description = "No such step from where the account is")
    public Uni<AccountBody> move(
            @Parameter(description = "Id of the account") @PathParam("id") UUID id,
            @BeanParam IfMatch condition,
            @Nullable AccountStep step) {
        return moveAccount
                .move(caller.get(), id, condition, step == null ? null : step.to())
                .map(this::body);
    }

    private AccountBody body(Account account) {
        return AccountBody.of(account, follow.lifecycle());
    }

    /**
     * A step to take.
     *
     * @param to where it ends
     */
    @Schema(description = "A step to take.")
    public record AccountStep(
            @Schema(required = true, description = "Where it ends.") @Nullable
            AccountStatus to) {}

    /**
     * A page of accounts.
     *
     * @param items the accounts, in the order asked for
     */
    public record AccountList(List<AccountBody> items) {}
}
