package ca.balise.kit.store.audit;

import ca.balise.kit.store.audit.ChainBreak.Kind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Goes along a chain of events, one after the other, and finds the first place where it is broken. It keeps two events and no more,
 * however long the chain is.
 *
 * <p>What one hash cannot tell the neighbours can: an event that its successor does not follow was changed, unless the successor
 * follows the event before it, for then it was slipped in between.
 */
public final class ChainWalk {

    private final Link start;
    private final @Nullable Link anchor;
    private Link last;
    private long reached;
    private boolean metAnchor;
    private @Nullable ChainedEvent doubtful;
    private @Nullable ChainBreak found;

    /**
     * Begins a walk.
     *
     * @param start what came before the first event to be met
     * @param anchor a place that the chain is known to have led through, by an earlier verification for example; {@code null} if
     *     none is
     */
    public ChainWalk(Link start, @Nullable Link anchor) {
        this.start = start;
        this.anchor = anchor;
        this.last = start;
        this.reached = start.sequence();
        compareWithAnchor();
    }

    /** Meets the next event there is; each has a higher number than the one before. */
    public void meet(ChainedEvent event) {
        reached = event.sequence();
        if (found != null) {
            return;
        }
        if (doubtful != null) {
            judge(doubtful, event.previousHash().equals(last.hash()));
            return;
        }
        long expected = last.sequence() + 1;
        boolean follows = event.previousHash().equals(last.hash());
        boolean holds = event.holdsUnder(event.sequence());
        if (event.sequence() != expected) {
            found = new ChainBreak(expected, Kind.REMOVED);
        } else if (follows && holds) {
            last = event.link();
            compareWithAnchor();
        } else if (follows) {
            doubtful = event;
        } else if (event.holdsUnder(expected + 1)) {
            // The numbers after it were closed up over the one that is missing.
            found = new ChainBreak(expected, Kind.REMOVED);
        } else if (last.sequence() > start.sequence() && event.holdsUnder(expected - 1)) {
            // The numbers were moved up to make room.
            found = new ChainBreak(last.sequence(), Kind.INSERTED);
        } else if (last.sequence() > start.sequence() && holds) {
            // Sound in itself, and it remembers another event before it: that one was written anew, hash and all.
            found = new ChainBreak(last.sequence(), Kind.CHANGED);
        } else {
            doubtful = event;
        }
    }

    private void judge(ChainedEvent event, boolean isPassedOver) {
        found = new ChainBreak(event.sequence(), isPassedOver ? Kind.INSERTED : Kind.CHANGED);
    }

    private void compareWithAnchor() {
        if (anchor != null && anchor.sequence() == last.sequence()) {
            metAnchor = anchor.equals(last);
            found = metAnchor ? null : new ChainBreak(last.sequence(), Kind.REWRITTEN);
        }
    }

    /** Whether there is no need to go on. */
    public boolean isBroken() {
        return found != null;
    }

    /** The number of the last event that was met, sound or not. */
    public long reached() {
        return reached;
    }

    /** The last event that was met and found sound; {@code start} before any. */
    public Link last() {
        return last;
    }

    /** Whether the walk led through the anchor. */
    public boolean metAnchor() {
        return metAnchor;
    }

    /**
     * The end of the walk: no further event was met.
     *
     * @param head the last event that was appended
     */
    public Optional<ChainBreak> end(Link head) {
        if (found == null && doubtful != null) {
            judge(doubtful, false);
        }
        if (found == null && last.sequence() < head.sequence()) {
            found = new ChainBreak(last.sequence() + 1, Kind.TRUNCATED);
        }
        if (found == null && !last.equals(head)) {
            found = new ChainBreak(last.sequence(), Kind.REWRITTEN);
        }
        if (found == null && anchor != null && anchor.sequence() > head.sequence()) {
            found = new ChainBreak(head.sequence() + 1, Kind.TRUNCATED);
        }
        return Optional.ofNullable(found);
    }
}
