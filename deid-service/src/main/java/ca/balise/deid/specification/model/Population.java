package ca.balise.deid.specification.model;

import java.util.List;
import java.util.Map;

/** What is known of the size of a population. */
public sealed interface Population {

    /** Nothing. */
    record Unknown() implements Population {}

    /**
     * The share of it that is in the data.
     *
     * @param value over 0, at most 1
     */
    record Fraction(double value) implements Population {}

    /**
     * How many persons it has.
     *
     * @param persons at least 1
     */
    record Size(long persons) implements Population {}

    /**
     * Each record says for how many persons it stands; the weights are in the table of cells.
     *
     * @param variable name of the column that holds them
     */
    record Weights(String variable) implements Population {}

    /**
     * How many persons it has in every cell.
     *
     * @param quasiIdentifiers names of all quasi-identifiers of the data
     * @param persons by their values, in that order
     */
    record Cells(List<String> quasiIdentifiers, Map<List<String>, Long> persons) implements Population {

        public Cells {
            quasiIdentifiers = List.copyOf(quasiIdentifiers);
            persons = Map.copyOf(persons);
        }

        /** N. */
        public long size() {
            return persons.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
