package ca.balise.social.lookup.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said of an address.
 *
 * @param standing whether an official account is there
 * @param account the account that is or was there; {@code null} if none is known
 * @param successorUrl where that account is now, if it went elsewhere and is still an official one
 */
public record Officialness(
        Standing standing,
        @Nullable PublicAccount account,
        @Nullable String successorUrl) {

    /** No account is known there. */
    public static final Officialness UNKNOWN = new Officialness(Standing.UNKNOWN, null, null);

    /** Whether an official account is at an address. There is no “unofficial”: not to know an account is no finding about it. */
    public enum Standing {
        /** It is an official account. */
        OFFICIAL,
        /** An official account was there: it was closed, or is elsewhere now. Who is there today is not known. */
        FORMERLY_OFFICIAL,
        /** No official account is known there. */
        UNKNOWN
    }

    /**
     * An account that has or had the address.
     *
     * @param closed whether it is closed
     * @param current whether the address is its own today
     * @param account what is public of it
     */
    public record Holder(boolean closed, boolean current, PublicAccount account) {}

    /**
     * What is public of an account.
     *
     * @param platform code of the platform
     * @param name what it calls itself
     * @param language in which language it speaks
     * @param url its address today
     * @param departmentEn the department that holds it, in English; {@code null} if not known
     * @param departmentFr the same in French
     */
    public record PublicAccount(
            String platform,
            String name,
            @Nullable String language,
            String url,
            @Nullable String departmentEn,
            @Nullable String departmentFr) {}

    /** What is said of an address which these accounts have or had. One that is live there today stands before all that were. */
    public static Officialness of(List<Holder> holders) {
        return holders.stream()
                .filter(holder -> holder.current() && !holder.closed())
                .findFirst()
                .map(holder -> new Officialness(Standing.OFFICIAL, holder.account(), null))
                .or(() -> holders.stream()
                        .filter(holder -> !holder.current() && !holder.closed())
                        .findFirst()
                        .map(holder -> new Officialness(
                                Standing.FORMERLY_OFFICIAL,
                                holder.account(),
                                holder.account().url())))
                .or(() -> holders.stream()
                        .findFirst()
                        .map(holder -> new Officialness(Standing.FORMERLY_OFFICIAL, holder.account(), null)))
                .orElse(UNKNOWN);
    }
}
