package ca.balise.social.account.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An official account.
 *
 * @param id stable and never reused
 * @param version how many times it was changed
 * @param details what is stated of it
 * @param entry how it came here
 * @param status how far it is
 * @param registeredAt since when it is here
 * @param addressSince since when it has its address, as far as known here
 * @param formerAddresses where it was found before, the latest first
 * @param statusChanges the steps it took, the first first
 * @param listed whether the last list of accounts has it
 * @param statedDepartment what the list called its department, where none was found
 */
public record Account(
        UUID id,
        long version,
        AccountDetails details,
        AccountEntry entry,
        AccountStatus status,
        Instant registeredAt,
        Instant addressSince,
        List<FormerAddress> formerAddresses,
        List<StatusChange> statusChanges,
        boolean listed,
        @Nullable String statedDepartment) {

    public Account {
        formerAddresses = List.copyOf(formerAddresses);
        statusChanges = List.copyOf(statusChanges);
    }

    /**
     * Where an account was found.
     *
     * @param address where
     * @param since from when
     * @param until until when
     */
    public record FormerAddress(AccountDetails.Address address, Instant since, Instant until) {}

    /**
     * A step taken.
     *
     * @param from where it began; {@code null} as the account came here
     * @param to where it ended
     * @param changedAt when
     * @param role in which role somebody took it; {@code null} where a list brought the account
     */
    public record StatusChange(
            @Nullable AccountStatus from,
            AccountStatus to,
            Instant changedAt,
            @Nullable String role) {}
}
