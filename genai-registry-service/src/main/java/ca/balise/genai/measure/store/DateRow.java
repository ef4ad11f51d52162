package ca.balise.genai.measure.store;

import ca.balise.genai.measure.model.Basis;
import ca.balise.genai.measure.model.DatePrecision;
import ca.balise.genai.measure.model.DateRole;
import ca.balise.genai.measure.model.MeasureDate;
import ca.balise.kit.reasoning.BilingualText;
import ca.balise.kit.reasoning.Source;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of {@code measure_date}. The quote is the measure's own instrument's. */
@Embeddable
record DateRow(
        short position,
        @Enumerated(EnumType.STRING) DateRole role,
        @Nullable LocalDate day,
        @Enumerated(EnumType.STRING) @Nullable DatePrecision precision,
        @Enumerated(EnumType.STRING) Basis basis,
        String noteEn,
        String noteFr,
        @Nullable String paragraph,
        @Nullable String quote) {

    MeasureDate toModel(String instrument) {
        Source.Citation citation =
                paragraph == null || quote == null ? null : new Source.Citation(instrument, paragraph, quote);
        return new MeasureDate(role, day, precision, basis, new BilingualText(noteEn, noteFr), citation);
    }
}
