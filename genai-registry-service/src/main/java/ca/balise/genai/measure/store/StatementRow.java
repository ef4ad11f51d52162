package ca.balise.genai.measure.store;

import ca.balise.genai.measure.model.Basis;
import ca.balise.genai.measure.model.Quantity;
import ca.balise.genai.measure.model.Statement;
import ca.balise.genai.measure.model.StatementKind;
import ca.balise.kit.reasoning.BilingualText;
import ca.balise.kit.reasoning.Source;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/** A row of {@code measure_statement}. The quote is the measure's own instrument's. */
@Embeddable
record StatementRow(
        short position,
        @Enumerated(EnumType.STRING) StatementKind kind,
        String code,
        @Enumerated(EnumType.STRING) Basis basis,
        @Nullable Long quantity,
        @Nullable String unit,
        @Nullable String period,
        String messageEn,
        String messageFr,
        String paragraph,
        String quote) {

    Statement toModel(String instrument) {
        return new Statement(
                kind,
                code,
                basis,
                quantity == null || unit == null ? null : new Quantity(quantity, unit, period),
                new BilingualText(messageEn, messageFr),
                new Source.Citation(instrument, paragraph, quote));
    }
}
