package ca.balise.kit.store.job;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.SequencedMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A queue for each institution, served in turn, so that who brings one job does not wait for all of who brought twenty. A place is
 * reserved before anything is stored, and taken afterwards. Not safe for several threads.
 */
final class FairQueue<T> {

    private final int capacity;
    private final int capacityOfOne;
    /** In the order of their turns. */
    private final SequencedMap<String, Queue<T>> turns = new LinkedHashMap<>();

    private final Map<String, Integer> places = new HashMap<>();

    private int taken;

    /**
     * An empty queue.
     *
     * @param capacity places in all
     * @param capacityOfOne places of one institution
     */
    FairQueue(int capacity, int capacityOfOne) {
        this.capacity = capacity;
        this.capacityOfOne = capacityOfOne;
    }

    /** Reserves a place, if one is left. */
    boolean reserve(String institution) {
        if (taken >= capacity || places.getOrDefault(institution, 0) >= capacityOfOne) {
            return false;
        }
        taken++;
        places.merge(institution, 1, Integer::sum);
        return true;
    }

    /** Gives a reserved place back. */
    void giveBack(String institution) {
        taken--;
        places.computeIfPresent(institution, (_, count) -> count == 1 ? null : count - 1);
    }

    /** Puts something on its reserved place. */
    void add(String institution, T item) {
        turns.computeIfAbsent(institution, _ -> new ArrayDeque<>()).add(item);
    }

    /** Lets in what was accepted already, whatever the bounds. */
    void readmit(String institution, T item) {
        taken++;
        places.merge(institution, 1, Integer::sum);
        add(institution, item);
    }

    /** Takes the first of the institution whose turn it is, and its place with it; {@code null} if nothing waits. */
    @Nullable
    T poll() {
        Map.Entry<String, Queue<T>> turn = turns.pollFirstEntry();
        if (turn == null) {
            return null;
        }
        T first = turn.getValue().remove();
        if (!turn.getValue().isEmpty()) {
            turns.putLast(turn.getKey(), turn.getValue());
        }
        giveBack(turn.getKey());
        return first;
    }

    /**
     * Takes everything of an institution that answers to this, and the places with it.
     *
     * @return whether there was any
     */
    boolean removeIf(String institution, Predicate<T> unwanted) {
        Queue<T> own = turns.get(institution);
        if (own == null) {
            return false;
        }
        boolean any = own.removeIf(item -> {
            boolean removed = unwanted.test(item);
            if (removed) {
                giveBack(institution);
            }
            return removed;
        });
        if (own.isEmpty()) {
            turns.remove(institution);
        }
        return any;
    }

    /** Places taken in all. */
    int taken() {
        return taken;
    }
}
