package ca.balise.genai.measure.model;

import ca.balise.kit.reasoning.BilingualText;
import ca.balise.kit.reasoning.Source;
import org.jspecify.annotations.Nullable;

/**
 * Something the text says about the measure, never without its words.
 *
 * @param kind what it is about
 * @param code stable code, unique within the measure
 * @param basis {@link Basis#STATED}, or {@link Basis#INFERRED} where the code is our reading of the quote
 * @param quantity the number, if it is about one
 * @param message what it says, in both languages
 * @param citation the words
 */
public record Statement(
        StatementKind kind,
        String code,
        Basis basis,
        @Nullable Quantity quantity,
        BilingualText message,
        Source.Citation citation) {

    public Statement {
        if (basis == Basis.NOT_STATED) {
            throw new IllegalArgumentException("what is not stated is no statement: " + code);
        }
    }
}
