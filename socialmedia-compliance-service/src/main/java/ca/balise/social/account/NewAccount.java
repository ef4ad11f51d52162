package ca.balise.social.account;

import ca.balise.kit.http.problem.Members;
import ca.balise.social.account.model.AccountEntry;
import ca.balise.social.account.model.AccountLanguage;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An account as a caller describes it. Who answers for it is said in roles; nothing in it names a person behind it. */
@Schema(
        description =
                "An official account. Who answers for it is said in roles: nothing in it names a person behind it.")
public record NewAccount(
        @Schema(
                required = true,
                description = "Code of the institution whose record it is.",
                pattern = "^" + Members.CODE_PATTERN + "$",
                examples = "HC")
        @Nullable
        String institution,

        @Schema(description = "The department that holds it, of the same institution. Absent or null: not known.")
        @Nullable
        UUID departmentId,

        @Schema(
                required = true,
                description = "Code of the platform in the catalogue.",
                pattern = "^" + Members.CODE_PATTERN + "$",
                examples = "FACEBOOK")
        @Nullable
        String platform,

        @Schema(
                description =
                        "The id that the platform never changes, if you know it; an address that holds it says it too. No two live accounts of a platform have the same.",
                pattern = "^[!-~]{1,128}$")
        @Nullable
        String platformAccountKey,

        @Schema(required = true, maxLength = 300, description = "What it calls itself.") @Nullable
        String name,

        @Schema(
                required = true,
                maxLength = 2048,
                description =
                        "Its address, in any of the ways in which it is written; it is kept in one. No two live accounts have the same.")
        @Nullable
        String url,

        @Schema(description = "In which language it speaks. Absent or null: not known.") @Nullable
        AccountLanguage language,

        @Schema(
                description =
                        "The account of the same institution and platform that says the same in the other official language. It is paired with this one in turn.")
        @Nullable
        UUID pairedAccountId,

        @Schema(
                description = "The roles that answer for it, such as COMMUNICATIONS_DIRECTOR; never names of persons.",
                maxItems = 10)
        @Nullable
        List<@Nullable String> ownerRoles,

        @Schema(
                description =
                        "How it comes here, once and for all: NEW asks for permission, EXISTING was there before and enters ACTIVE. Needed to register it; may be left out afterwards.")
        @Nullable
        AccountEntry entry,

        @Schema(description = "The Wikidata item of its department, as lists have it.", pattern = "^Q[1-9][0-9]{0,11}$")
        @Nullable
        String wikidataItem,

        @Schema(description = "Since when the public list of accounts has it.") @Nullable
        LocalDate addedOn) {}
