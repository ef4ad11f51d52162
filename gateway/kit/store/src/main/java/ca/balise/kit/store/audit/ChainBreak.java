package ca.balise.kit.store.audit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a chain of events is broken for the first time.
 *
 * @param sequence the number of the event at fault or, of one that is missing, the number it had
 * @param kind what happened there
 */
public record ChainBreak(long sequence, Kind kind) {

    /** What can happen to a chain. */
    @Schema(name = "ChainBreakKind")
    public enum Kind {
        /** The event is not the one that was appended. */
        CHANGED,
        /** The event is missing. */
        REMOVED,
        /** The event was never appended. */
        INSERTED,
        /** This event and all after it are missing. */
        TRUNCATED,
        /** The chain holds together, but does not lead to a hash that is known from elsewhere: it was written anew up to here. */
        REWRITTEN,
        /** The events up to here are missing, and no event says that they were retired. */
        NOT_RETIRED
    }
}
