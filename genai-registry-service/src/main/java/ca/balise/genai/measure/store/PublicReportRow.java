package ca.balise.genai.measure.store;

import ca.balise.genai.measure.model.PublicReport;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/** A row of {@code measure_public_report}. */
@Embeddable
record PublicReportRow(LocalDate reportedOn, String source) {

    PublicReport toModel() {
        return new PublicReport(reportedOn, source);
    }
}
