package ca.balise.social.account.model;

import ca.balise.social.account.model.AccountDetails.Address;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account as a list has it, or as it is kept, in all that a list says of one.
 *
 * @param institution whose record it is: its department's or, while none is known, the principal publisher's
 * @param departmentId its department; {@code null} if none was found
 * @param statedDepartment what the list calls it, where none was found
 * @param platform code of the platform
 * @param platformAccountKey the id that the platform never changes, where the address says it
 * @param name what it calls itself
 * @param address where it is found
 * @param language in which language it speaks
 * @param wikidataItem its department's item in Wikidata
 * @param addedOn since when the list has it
 */
public record ListedAccount(
        String institution,
        @Nullable UUID departmentId,
        @Nullable String statedDepartment,
        String platform,
        @Nullable String platformAccountKey,
        String name,
        Address address,
        @Nullable AccountLanguage language,
        @Nullable String wikidataItem,
        @Nullable LocalDate addedOn) {

    /**
     * Whether a list says the same of an account as is kept of it. How a handle is written does not matter: under the same address it
     * differs in what the platform takes for the same letters.
     */
    boolean saysTheSameAs(ListedAccount kept) {
        return address.url().equals(kept.address.url()) && withHandleOf(kept).equals(kept);
    }

    private ListedAccount withHandleOf(ListedAccount kept) {
        return new ListedAccount(
                institution,
                departmentId,
                statedDepartment,
                platform,
                platformAccountKey,
                name,
                kept.address,
                language,
                wikidataItem,
                addedOn);
    }

    /** By what an account under another address is taken for the same. */
    Likeness likeness() {
        return new Likeness(platform, name, language, departmentId, statedDepartment);
    }

    record Likeness(
            String platform,
            String name,
            @Nullable AccountLanguage language,
            @Nullable UUID departmentId,
            @Nullable String statedDepartment) {}
}
