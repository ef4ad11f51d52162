package ca.balise.deid.risk;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * The part of the heap that scores share. Each takes a place before anything of it is read: the memory that one score may use at most,
 * so that what is let in can be brought to its end, and the sum of all never passes the whole.
 *
 * <p>A score whose table waits to be measured keeps of its place only what the table takes, and takes the rest again when its turn
 * comes. One place at least is never filled by what waits, so that the turn does come; and while somebody waits for it no other is
 * let in.
 *
 * <p>One institution may take every place as long as no other wants one. Who was refused has a claim for a while, {@code patience}:
 * what becomes free is kept for it, before all who hold more already, and among equals the first who was refused comes first.
 */
final class ScorePlaces {

    private final long whole;
    private final long one;
    private final long patience;
    private final LongSupplier nanos;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition freed = lock.newCondition();
    private final Map<String, Long> held = new HashMap<>();
    /** Who was refused, in that order, and until when that counts. */
    private final SequencedMap<String, Long> claims = new LinkedHashMap<>();

    private long taken;
    /** What those that wait keep, or may come to keep. */
    private long set;

    private int returning;
    private int active;

    /**
     * Places of a heap.
     *
     * @param whole bytes of all places together
     * @param one bytes of a place
     * @param patience how long a refused institution is believed to come back
     */
    ScorePlaces(long whole, long one, Duration patience) {
        this(whole, one, patience, System::nanoTime);
    }

    ScorePlaces(long whole, long one, Duration patience, LongSupplier nanos) {
        if (one < 1 || whole < one) {
            throw new IllegalArgumentException("not a single score of " + one + " bytes fits into " + whole);
        }
        this.whole = whole;
        this.one = one;
        this.patience = patience.toNanos();
        this.nanos = nanos;
    }

    /** Bytes of a place. */
    long one() {
        return one;
    }

    /** How many scores fit at once. */
    int count() {
        return Math.toIntExact(whole / one);
    }

    /** Scores that are being read or measured. */
    int active() {
        lock.lock();
        try {
            return active;
        } finally {
            lock.unlock();
        }
    }

    /** Bytes taken, of those at work and of those that wait. */
    long taken() {
        lock.lock();
        try {
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes a place for a score that is measured as soon as it is read.
     *
     * @param institution whose it is
     * @return empty if none is free, or what is free is another's
     */
    Optional<Place> take(String institution) {
        return take(institution, false);
    }

    /** Takes a place for a score that will wait between its reading and its measuring; otherwise as {@link #take}. */
    Optional<Place> takeToWait(String institution) {
        return take(institution, true);
    }

    private Optional<Place> take(String institution, boolean waits) {
        lock.lock();
        try {
            long now = nanos.getAsLong();
            claims.values().removeIf(until -> until - now <= 0);
            boolean fits = returning == 0 && (whole - taken) / one > before(institution);
            // What waits, and what may still come to wait, leaves one place for the score whose turn it is.
            boolean canWait = !waits || set + one <= whole - one || (set == 0 && whole < 2 * one);
            if (!fits || !canWait) {
                claims.merge(institution, now + patience, (_, later) -> later);
                return Optional.empty();
            }
            claims.remove(institution);
            var place = new Place(institution, waits);
            move(institution, one);
            set += waits ? one : 0;
            active++;
            return Optional.of(place);
        } finally {
            lock.unlock();
        }
    }

    /** How many others have a better claim. */
    private long before(String institution) {
        long own = held.getOrDefault(institution, 0L);
        long better = 0;
        boolean earlier = true;
        for (String other : claims.keySet()) {
            if (other.equals(institution)) {
                earlier = false;
                continue;
            }
            long others = held.getOrDefault(other, 0L);
            better += others < own || (others == own && earlier) ? 1 : 0;
        }
        return better;
    }

    private void move(String institution, long bytes) {
        taken += bytes;
        held.merge(institution, bytes, (before, more) -> before + more == 0 ? null : before + more);
        if (bytes < 0) {
            freed.signalAll();
        }
    }

    /** What a score may use of the heap, until it is closed. */
    final class Place implements AutoCloseable {

        private final String institution;
        private boolean waits;
        private boolean working = true;
        private long bytes = one;

        private Place(String institution, boolean waits) {
            this.institution = institution;
            this.waits = waits;
        }

        /** Keeps only so much while the score waits to be measured. */
        void keep(long wanted) {
            lock.lock();
            try {
                if (!waits || !working) {
                    throw new IllegalStateException("only a score at work that was let in to wait can wait");
                }
                long less = bytes - Math.min(bytes, wanted);
                bytes -= less;
                set -= less;
                working = false;
                active--;
                move(institution, -less);
            } finally {
                lock.unlock();
            }
        }

        /**
         * Takes the rest again, for the score's turn has come, if that can be had within a time: the thread waits for it.
         *
         * @return whether the place is whole again
         */
        boolean resume(Duration longest) throws InterruptedException {
            lock.lockInterruptibly();
            returning++;
            try {
                long left = longest.toNanos();
                while (whole - taken < one - bytes) {
                    if (left <= 0) {
                        return false;
                    }
                    left = freed.awaitNanos(left);
                }
                set -= bytes;
                waits = false;
                working = true;
                active++;
                move(institution, one - bytes);
                bytes = one;
                return true;
            } finally {
                returning--;
                lock.unlock();
            }
        }

        /** Gives back what is left of it; a second time nothing. */
        @Override
        public void close() {
            lock.lock();
            try {
                set -= waits ? bytes : 0;
                active -= working ? 1 : 0;
                waits = false;
                working = false;
                long rest = bytes;
                bytes = 0;
                if (rest > 0) {
                    move(institution, -rest);
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
