package ca.balise.kit.store.trail;

import ca.balise.kit.reasoning.BilingualText;
import ca.balise.kit.store.audit.ChainBreak;
import ca.balise.kit.store.audit.Link;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a verification found.
 *
 * @param intact whether every event is there as it was recorded
 * @param events how many were found sound, from the first on
 * @param from the first number that should be there; {@code null} if no event should
 * @param to the last; {@code null} if no event should be there
 * @param head the last event recorded: what to keep as an anchor
 * @param anchor what became of the anchor that was given; {@code null} if none was
 * @param firstBroken where the chain is broken for the first time; {@code null} if it is whole
 */
public record Verification(
        boolean intact,

        @Schema(description = "Events found sound, from the first on.")
        long events,

        @Schema(description = "The first number that should be there, after what was retired. Null: no event should.")
        @Nullable
        Long from,

        @Schema(description = "The last number that should be there. Null: no event should.") @Nullable
        Long to,

        @Schema(description = "The last event recorded. Keep it, and give it as the anchor of a later verification.")
        ChainLink head,

        @Schema(description = "What became of the anchor. Null: none was given.") @Nullable
        AnchorOutcome anchor,

        @Schema(description = "Where the chain is broken for the first time. Null: nowhere.") @Nullable
        Break firstBroken) {

    /** What became of the anchor that was given. */
    public enum AnchorOutcome {
        /** The chain leads through it. */
        CONFIRMED,
        /** The chain does not lead through it, or was not followed so far because it is broken before. */
        NOT_CONFIRMED,
        /** The events up to it were retired since: it can no longer be compared. */
        RETIRED
    }

    /**
     * A place in the chain.
     *
     * @param sequence the number of an event; zero before the first
     * @param hash its hash
     */
    public record ChainLink(
            long sequence,

            @Schema(description = "64 hexadecimal digits.") String hash) {

        static ChainLink of(Link link) {
            return new ChainLink(link.sequence(), link.hash());
        }
    }

    /**
     * A broken place.
     *
     * @param sequence the number of the event at fault or, of one that is missing, the number it had
     * @param kind what happened there
     * @param message the same in words
     */
    @Schema(name = "ChainBreak")
    public record Break(long sequence, ChainBreak.Kind kind, BilingualText message) {}
}
