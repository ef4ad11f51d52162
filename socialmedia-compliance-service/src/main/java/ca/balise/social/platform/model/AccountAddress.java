package ca.balise.social.platform.model;

import org.jspecify.annotations.Nullable;

/** What a text that should be the address of an account turned out to be. */
public sealed interface AccountAddress {

    /**
     * The address of an account on a platform that we know.
     *
     * @param platform code of the platform
     * @param url the address, written in the one way in which this account's is
     * @param handle what the account is called there, as it was written; {@code null} if the address does not say
     * @param immutableId the id that the platform never changes; {@code null} if the address does not say
     * @param schemeAdded whether the scheme was missing and {@code https} was put there
     */
    record Recognized(
            String platform,
            String url,
            @Nullable String handle,
            @Nullable String immutableId,
            boolean schemeAdded) implements AccountAddress {}

    /**
     * A web address on a host of no platform that we know.
     *
     * @param url the address, written in one way
     * @param schemeAdded whether the scheme was missing and {@code https} was put there
     */
    record Elsewhere(String url, boolean schemeAdded) implements AccountAddress {}

    /** None. */
    record Refused(AddressFault fault) implements AccountAddress {}
}
