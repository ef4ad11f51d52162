package ca.balise.genai.measure.store;

import ca.balise.genai.measure.model.AdditionalScope;
import ca.balise.genai.measure.model.Measure;
import ca.balise.genai.measure.model.MeasureStatus;
import ca.balise.genai.measure.model.MeasureType;
import ca.balise.kit.reasoning.BilingualText;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A registered measure. What its text says does not change; what happens to it afterwards will be kept beside it.
 *
 * <p>Dates, statements and reports are always read with it, by one further query each for a page and the row after it.
 */
@Entity
@Immutable
@Table(name = "measure")
class MeasureEntity {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    String instrument;
    String titleEn;
    String titleFr;
    boolean englishIsUnofficial;

    @Enumerated(EnumType.STRING)
    MeasureType type;

    boolean binding;
    String issuer;
    String announcedBy;
    String addressee;
    String subject;
    String technology;

    @Nullable
    String product;

    @Enumerated(EnumType.STRING)
    MeasureStatus status;

    LocalDate reportedOn;

    @Nullable
    String additionalScopeUnits;

    @Nullable
    String additionalScopePhase;

    @Nullable
    String successorInstrument;

    @Nullable
    String contactEmail;

    @ElementCollection(fetch = FetchType.EAGER)
    @BatchSize(size = 501)
    @CollectionTable(name = "measure_date", joinColumns = @JoinColumn(name = "measure_id"))
    @OrderBy("position")
    List<DateRow> dates = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @BatchSize(size = 501)
    @CollectionTable(name = "measure_statement", joinColumns = @JoinColumn(name = "measure_id"))
    @OrderBy("position")
    List<StatementRow> statements = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @BatchSize(size = 501)
    @CollectionTable(name = "measure_public_report", joinColumns = @JoinColumn(name = "measure_id"))
    @OrderBy("reportedOn")
    List<PublicReportRow> publicReports = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // the columns are not null: the database says so, and fills them
    MeasureEntity() {}

    Measure toModel() {
        return new Measure(
                id,
                instrument,
                new BilingualText(titleEn, titleFr),
                englishIsUnofficial,
                type,
                binding,
                issuer,
                announcedBy,
                addressee,
                subject,
                technology,
                product,
                status,
                reportedOn,
                additionalScope(),
                successorInstrument,
                contactEmail,
                dates.stream().map(row -> row.toModel(instrument)).toList(),
                statements.stream().map(row -> row.toModel(instrument)).toList(),
                publicReports.stream().map(PublicReportRow::toModel).toList());
    }

    private @Nullable AdditionalScope additionalScope() {
        return additionalScopeUnits == null || additionalScopePhase == null
                ? null
                : new AdditionalScope(additionalScopeUnits, additionalScopePhase);
    }
}
