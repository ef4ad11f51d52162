package ca.balise.genai.determination.model;

import ca.balise.kit.reasoning.Fact;
import ca.balise.kit.reasoning.Facts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The full product of what can be known of some facts, on top of what is known of others. A value of {@code null} is unknown. */
final class Grid {

    private final List<Axis<?>> fixed = new ArrayList<>();
    private final List<Axis<?>> axes = new ArrayList<>();

    /** A fact with the values it takes. */
    record Axis<T>(Fact<T> fact, List<@Nullable T> values) {

        void put(int place, Facts.Builder facts) {
            facts.asserted(fact, values.get(place));
        }
    }

    static Grid grid() {
        return new Grid();
    }

    <T> Grid fix(Fact<T> fact, @Nullable T value) {
        fixed.add(new Axis<>(fact, Arrays.asList(value)));
        return this;
    }

    @SafeVarargs
    final <T> Grid vary(Fact<T> fact, @Nullable T... values) {
        axes.add(new Axis<>(fact, Arrays.asList(values)));
        return this;
    }

    /** Facts that are known to hold, known not to, or unknown. */
    @SafeVarargs
    final Grid varyTruths(Fact<Boolean>... facts) {
        for (Fact<Boolean> fact : facts) {
            vary(fact, null, true, false);
        }
        return this;
    }

    int size() {
        int size = 1;
        for (Axis<?> axis : axes) {
            size = Math.multiplyExact(size, axis.values().size());
        }
        return size;
    }

    List<Axis<?>> axes() {
        return axes;
    }

    /** The place on each axis of a point. */
    int[] places(int point) {
        int[] places = new int[axes.size()];
        int rest = point;
        for (int i = 0; i < places.length; i++) {
            int length = axes.get(i).values().size();
            places[i] = rest % length;
            rest /= length;
        }
        return places;
    }

    /** The point that differs from another in one place. */
    int moved(int point, int axis, int place) {
        int step = 1;
        for (int i = 0; i < axis; i++) {
            step *= axes.get(i).values().size();
        }
        return point + (place - places(point)[axis]) * step;
    }

    Facts.Builder facts(int point) {
        var facts = Facts.builder();
        fixed.forEach(axis -> axis.put(0, facts));
        int[] places = places(point);
        for (int i = 0; i < places.length; i++) {
            axes.get(i).put(places[i], facts);
        }
        return facts;
    }
}
