package ca.balise.kit.testing;

import ca.balise.kit.reasoning.Fact;
import ca.balise.kit.reasoning.Facts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The full product of what can be known of some facts, on top of what is known of others. A value of {@code null} is unknown. */
public final class FactGrid {

    private final List<Axis<?>> fixed = new ArrayList<>();
    private final List<Axis<?>> axes = new ArrayList<>();

    /** A fact with the values it takes. */
    private record Axis<T>(Fact<T> fact, List<@Nullable T> values) {

        void put(int place, Facts.Builder facts) {
            facts.asserted(fact, values.get(place));
        }
    }

    /** Of a fact the one value that it has at every point. */
    public <T> FactGrid fix(Fact<T> fact, @Nullable T value) {
        fixed.add(new Axis<>(fact, Arrays.asList(value)));
        return this;
    }

    /** Of a fact the values that it takes. */
    @SafeVarargs
    public final <T> FactGrid vary(Fact<T> fact, @Nullable T... values) {
        axes.add(new Axis<>(fact, Arrays.asList(values)));
        return this;
    }

    /** Facts that are known to hold, known not to, or unknown. */
    @SafeVarargs
    public final FactGrid varyTruths(Fact<Boolean>... facts) {
        for (Fact<Boolean> fact : facts) {
            vary(fact, null, true, false);
        }
        return this;
    }

    /** A fact that is one of a few constants, or unknown. */
    public <E extends Enum<E>> FactGrid varyChoice(Fact<E> fact, Class<E> constants) {
        List<@Nullable E> values = new ArrayList<>(Arrays.asList(constants.getEnumConstants()));
        values.add(null);
        axes.add(new Axis<>(fact, values));
        return this;
    }

    /** How many points there are. */
    public int size() {
        int size = 1;
        for (Axis<?> axis : axes) {
            size = Math.multiplyExact(size, axis.values().size());
        }
        return size;
    }

    /** What is known at a point; a fact that is fixed and varied takes the varied values. */
    public Facts facts(int point) {
        Facts.Builder facts = Facts.builder();
        fixed.forEach(axis -> axis.put(0, facts));
        int rest = point;
        for (Axis<?> axis : axes) {
            axis.put(rest % axis.values().size(), facts);
            rest /= axis.values().size();
        }
        return facts.build();
    }
}
