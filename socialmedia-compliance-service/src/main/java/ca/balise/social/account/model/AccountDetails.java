package ca.balise.social.account.model;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is stated of an account.
 *
 * @param institution code of the institution whose record it is
 * @param departmentId the department that holds it; {@code null} if not known
 * @param platform code of the platform
 * @param platformAccountKey the id that the platform never changes; {@code null} if not known
 * @param name what it calls itself
 * @param address where it is found
 * @param language in which language it speaks; {@code null} if not known
 * @param pairedAccountId the account that says the same in the other language
 * @param ownerRoles the roles that answer for it, never the names of persons
 * @param wikidataItem the department's item in Wikidata, as lists have it
 * @param addedOn since when the public list has it
 */
public record AccountDetails(
        String institution,
        @Nullable UUID departmentId,
        String platform,
        @Nullable String platformAccountKey,
        String name,
        Address address,
        @Nullable AccountLanguage language,
        @Nullable UUID pairedAccountId,
        List<String> ownerRoles,
        @Nullable String wikidataItem,
        @Nullable LocalDate addedOn) {

    public AccountDetails {
        ownerRoles = List.copyOf(ownerRoles);
    }

    /**
     * Where an account is found.
     *
     * @param url its address, written in the one way in which this account's is
     * @param handle what it is called there, as it writes it; {@code null} if the address does not say
     */
    public record Address(String url, @Nullable String handle) {}
}
