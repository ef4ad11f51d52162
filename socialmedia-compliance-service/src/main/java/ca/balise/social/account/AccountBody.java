package ca.balise.social.account;

import ca.balise.kit.http.conditional.Versioned;
import ca.balise.social.account.model.Account;
import ca.balise.social.account.model.AccountEntry;
import ca.balise.social.account.model.AccountLanguage;
import ca.balise.social.account.model.AccountLifecycle;
import ca.balise.social.account.model.AccountStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An account on the wire. */
@Schema(name = "Account")
public record AccountBody(
        UUID id,

        @Schema(description = "How many times it was changed.", minimum = "0")
        long version,

        @Schema(
                description =
                        "Code of the institution whose record it is; the principal publisher’s, while no department is known.")
        String institution,

        @Schema(description = "The department that holds it. Null: not known.") @Nullable
        UUID departmentId,

        @Schema(description = "What the list called its department, where none was found under it.") @Nullable
        String statedDepartment,

        String platform,

        @Schema(description = "The id that the platform never changes. Null: not known.") @Nullable
        String platformAccountKey,

        String name,

        @Schema(description = "What it is called on the platform. Null: its address does not say.") @Nullable
        String handle,

        @Schema(description = "Its address, written in one way.", format = "uri")
        String url,

        @Schema(description = "Since when it has this address, as far as is known here.")
        Instant addressSince,

        @Schema(description = "Where it was found before, the latest first.")
        List<FormerAddressBody> formerAddresses,

        @Schema(description = "In which language it speaks. Null: not known.") @Nullable
        AccountLanguage language,

        @Schema(description = "The account that says the same in the other official language.") @Nullable
        UUID pairedAccountId,

        List<String> ownerRoles,
        AccountEntry entry,
        AccountStatus status,

        @Schema(description = "The steps that it may take from here, and who may take each.")
        List<NextStep> nextSteps,

        @Schema(description = "The steps it took, the first first. Who took each stands in the audit.")
        List<StatusChangeBody> statusChanges,

        @Nullable String wikidataItem,

        @Schema(description = "Since when the public list of accounts has it.") @Nullable
        LocalDate addedOn,

        @Schema(description = "Whether the list of accounts imported last has it.")
        boolean listed,

        Instant registeredAt)
        implements Versioned {

    static AccountBody of(Account account, AccountLifecycle lifecycle) {
        var details = account.details();
        return new AccountBody(
                account.id(),
                account.version(),
                details.institution(),
                details.departmentId(),
                account.statedDepartment(),
                details.platform(),
                details.platformAccountKey(),
                details.name(),
                details.address().handle(),
                details.address().url(),
                account.addressSince(),
                account.formerAddresses().stream().map(FormerAddressBody::of).toList(),
                details.language(),
                details.pairedAccountId(),
                details.ownerRoles(),
                account.entry(),
                account.status(),
                lifecycle.from(account.status()).stream().map(NextStep::of).toList(),
                account.statusChanges().stream().map(StatusChangeBody::of).toList(),
                details.wikidataItem(),
                details.addedOn(),
                account.listed(),
                account.registeredAt());
    }

    /** Where an account was found. */
    @Schema(name = "FormerAddress")
    public record FormerAddressBody(
            @Schema(format = "uri") String url,
            @Nullable String handle,

            @Schema(description = "From when, as far as is known here.")
            Instant since,

            Instant until) {

        static FormerAddressBody of(Account.FormerAddress former) {
            return new FormerAddressBody(
                    former.address().url(), former.address().handle(), former.since(), former.until());
        }
    }

    /** A step that may be taken. */
    @Schema(name = "NextStep")
    public record NextStep(
            AccountStatus to,

            @Schema(description = "Roles of those who may take it.")
            List<String> roles) {

        static NextStep of(AccountLifecycle.Step step) {
            return new NextStep(step.to(), step.by().stream().sorted().toList());
        }
    }

    /** A step taken. */
    @Schema(name = "AccountStatusChange")
    public record StatusChangeBody(
            @Schema(description = "Null as the account came here.") @Nullable
            AccountStatus from,

            AccountStatus to,
            Instant changedAt,

            @Schema(description = "In which role somebody took it. Null: a list brought the account.") @Nullable
            String role) {

        static StatusChangeBody of(Account.StatusChange change) {
            return new StatusChangeBody(change.from(), change.to(), change.changedAt(), change.role());
        }
    }
}
