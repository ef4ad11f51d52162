package ca.balise.deid.specification.model;

import java.util.List;
import java.util.Map;

/**
 * How far apart two values of a sensitive variable are held to be: the ground distance of t-closeness (N. Li, T. Li and S.
 * Venkatasubramanian, "t-Closeness: privacy beyond k-anonymity and l-diversity", ICDE 2007, §5). Distances run from 0 to 1.
 */
public sealed interface Closeness {

    /** The kinds of distance. */
    enum Distance {
        /** Any two different values are equally far apart. */
        EQUAL,
        /** By their places in a row. */
        ORDERED,
        /** By their difference, as a share of the range. */
        NUMERIC,
        /** By the level where they meet in a tree. */
        HIERARCHICAL
    }

    /** {@link Distance#NUMERIC} if every value is a number, else {@link Distance#EQUAL}. */
    record ByValues() implements Closeness {}

    /** Any two different values are at 1 (§5.2). */
    record Equal() implements Closeness {}

    /**
     * Values lie in a row, neighbours at equal distances (§5.1).
     *
     * @param values the row; empty for numbers in their order
     */
    record Ordered(List<String> values) implements Closeness {
        public Ordered {
            values = List.copyOf(values);
        }
    }

    /** Values are numbers; two are as far apart as their difference is a share of the range. */
    record Numeric() implements Closeness {}

    /**
     * Values are the leaves of a tree; two are as far apart as the level where they meet is high (§5.3).
     *
     * @param ancestors for each value what it belongs to, from its parent up to below the root; all as many
     */
    record Hierarchical(Map<String, List<String>> ancestors) implements Closeness {
        public Hierarchical {
            ancestors = Map.copyOf(ancestors);
        }
    }
}
