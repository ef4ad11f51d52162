package ca.balise.social.exchange.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import of a list of accounts.
 *
 * @param id its id; {@code null} if it was a dry run
 * @param importedAt when
 * @param sums what became of the rows
 * @param difference what differs from the list before
 */
public record AccountImport(@Nullable UUID id, Instant importedAt, Tally.Sums sums, Difference difference) {

    /** More than any list differs from the one before, but the first. */
    public static final int MOST_ENTRIES = 5_000;

    /** How an account of a list differs from the list before. */
    public enum ListChange {
        ADDED,
        REMOVED,
        RENAMED,
        CHANGED
    }

    /**
     * What differs from the list before.
     *
     * @param added accounts that are new in it
     * @param removed accounts that it no longer has
     * @param renamed accounts under another address
     * @param changed accounts of which something else is said
     * @param unchanged accounts of which the same is said, or that stay as somebody changed them
     * @param entries each of those that differ, up to {@link #MOST_ENTRIES}
     * @param entriesLeftOut how many more there are
     */
    public record Difference(
            int added, int removed, int renamed, int changed, int unchanged, List<Entry> entries, int entriesLeftOut) {

        public Difference {
            entries = List.copyOf(entries);
        }
    }

    /**
     * An account that differs.
     *
     * @param change how
     * @param line the row; {@code null} if it has none any more
     * @param accountId the account; {@code null} if it would be new
     * @param url its address
     * @param formerUrl the address it had, if it was renamed
     */
    public record Entry(
            ListChange change,
            @Nullable Long line,
            @Nullable UUID accountId,
            String url,
            @Nullable String formerUrl) {}
}
