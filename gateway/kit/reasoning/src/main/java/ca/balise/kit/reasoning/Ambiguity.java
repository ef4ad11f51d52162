package ca.balise.kit.reasoning;

import java.util.List;

/**
 * A point that the text leaves open, with the two readings it allows. It binds nobody, so it has no force; an answer that rests on
 * the reading adopted says so, and what it would be under the other one.
 *
 * @param id stable id, for example {@code G-A1}
 * @param readingAdopted the reading on which answers rest
 * @param otherReading the reading that was not adopted
 * @param rationale what the text leaves open, and why the one reading was chosen
 * @param citations the words that allow both; empty where it is the text's silence that does
 */
public record Ambiguity(
        String id,
        BilingualText readingAdopted,
        BilingualText otherReading,
        BilingualText rationale,
        List<Source.Citation> citations) {

    public Ambiguity {
        citations = List.copyOf(citations);
    }
}
