package ca.balise.genai.measure;

import static ca.balise.genai.measure.model.DateRole.ANNOUNCED;
import static ca.balise.genai.measure.model.DateRole.CONCLUSIONS_COMMUNICATED;
import static ca.balise.genai.measure.model.DateRole.DISCLOSED;
import static ca.balise.genai.measure.model.DateRole.END;
import static ca.balise.genai.measure.model.DateRole.IN_FORCE_FROM;
import static ca.balise.genai.measure.model.DateRole.IN_FORCE_NOT_LATER_THAN;
import static ca.balise.genai.measure.model.DateRole.REPLACED;
import static ca.balise.genai.measure.model.DateRole.START;
import static ca.balise.genai.measure.model.DateRole.USE_START;
import static ca.balise.genai.measure.model.StatementKind.ADDRESSEE_POSITION;
import static ca.balise.genai.measure.model.StatementKind.AUTHORIZED_USERS;
import static ca.balise.genai.measure.model.StatementKind.CONTACT;
import static ca.balise.genai.measure.model.StatementKind.END_CONDITION;

import ca.balise.genai.measure.model.AdditionalScope;
import ca.balise.genai.measure.model.Basis;
import ca.balise.genai.measure.model.DatePrecision;
import ca.balise.genai.measure.model.DateRole;
import ca.balise.genai.measure.model.Measure;
import ca.balise.genai.measure.model.MeasureDate;
import ca.balise.genai.measure.model.MeasureStatus;
import ca.balise.genai.measure.model.MeasureType;
import ca.balise.genai.measure.model.PublicReport;
import ca.balise.genai.measure.model.Quantity;
import ca.balise.genai.measure.model.Statement;
import ca.balise.genai.measure.model.StatementKind;
import ca.balise.kit.http.reason.ReasonBody.SourceBody;
import ca.balise.kit.reasoning.BilingualText;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A measure on the wire. The members from {@code announcedOn} to {@code facts} are its terms at a glance; {@code dates} and
 * {@code statements} say the same with their provenance and their words. Every member is always there: {@code null} means that the
 * text does not say, or that the measure has no such term.
 */
@Schema(
        name = "Measure",
        description = "A measure as its text says it. Null: the text does not say, or there is no such term.")
public record MeasureBody(
        UUID id,

        @Schema(description = "Identifier of the text", examples = "IA-RI-2025-001-OP")
        String instrument,

        BilingualText title,

        @Schema(description = "True where the text exists in French only: every English word here is then ours")
        boolean englishIsUnofficial,

        MeasureType type,

        @Schema(description = "Whether the addressee is obliged")
        boolean binding,

        String issuer,
        String announcedBy,
        String addressee,
        String subject,
        String technology,
        @Nullable String product,

        MeasureStatus status,

        @Schema(description = "The day of the text, on which the status stands")
        LocalDate statusReportedOn,

        @Nullable LocalDate announcedOn,
        @Nullable LocalDate disclosedOn,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable LocalDate inForceFrom,

        @Schema(description = "The latest day on which the suspension can have begun to bind") @Nullable
        LocalDate inForceNotLaterThan,

        @Nullable LocalDate conclusionsCommunicatedOn,
        @Nullable LocalDate replacedOn,
        @Nullable ApproximateDate useStart,

        @Schema(description = "Code of what must happen for the measure to end") @Nullable
        String endCondition,

        @Schema(description = "Code of what the addressee says of its own practice; not a finding") @Nullable
        String addresseePosition,

        @Nullable String authorizedUsers,
        @Nullable AdditionalScope additionalScope,
        @Nullable Facts facts,
        @Nullable String successorInstrument,
        List<PublicReport> publicReports,
        List<DateBody> dates,
        List<StatementBody> statements,
        @Nullable ContactBody contact) {

    static MeasureBody of(Measure measure) {
        return new MeasureBody(
                measure.id(),
                measure.instrument(),
                measure.title(),
                measure.englishIsUnofficial(),
                measure.type(),
                measure.binding(),
                measure.issuer(),
                measure.announcedBy(),
                measure.addressee(),
                measure.subject(),
                measure.technology(),
                measure.product(),
                measure.status(),
                measure.reportedOn(),
                measure.on(ANNOUNCED),
                measure.on(DISCLOSED),
                measure.on(START),
                measure.on(END),
                measure.on(IN_FORCE_FROM),
                measure.on(IN_FORCE_NOT_LATER_THAN),
                measure.on(CONCLUSIONS_COMMUNICATED),
                measure.on(REPLACED),
                measure.date(USE_START).map(ApproximateDate::of).orElse(null),
                measure.codeOf(END_CONDITION),
                measure.codeOf(ADDRESSEE_POSITION),
                measure.codeOf(AUTHORIZED_USERS),
                measure.additionalScope(),
                Facts.of(measure),
                measure.successorInstrument(),
                measure.publicReports(),
                measure.dates().stream().map(DateBody::of).toList(),
                measure.statements().stream().map(StatementBody::of).toList(),
                ContactBody.of(measure));
    }

    /**
     * A date that is known only about.
     *
     * @param approx the month, as {@code YYYY-MM}, or the day
     * @param precision how exactly it is known
     */
    public record ApproximateDate(
            @Nullable String approx, @Nullable DatePrecision precision) {

        static ApproximateDate of(MeasureDate date) {
            return new ApproximateDate(date.written(), date.precision());
        }
    }

    /**
     * The numbers that a body gives for its limited use.
     *
     * @param licences licences it holds
     * @param cases cases in which it used the technology
     * @param childrenRescued children identified and rescued thereby
     */
    public record Facts(
            @Nullable Long licences,
            @Nullable Long cases,
            @Nullable Long childrenRescued) {

        static @Nullable Facts of(Measure measure) {
            return measure.first(StatementKind.QUANTITY).isEmpty()
                    ? null
                    : new Facts(
                            measure.quantity("LICENCES"),
                            measure.quantity("CASES"),
                            measure.quantity("CHILDREN_RESCUED"));
        }
    }

    /**
     * A date with its provenance.
     *
     * @param role what it is the date of
     * @param value {@code YYYY-MM-DD}, or {@code YYYY-MM} where only the month is known; {@code null} if not stated
     * @param precision how exactly it is known; {@code null} if not stated
     * @param basis on what it rests
     * @param note where it comes from, or what the text leaves open
     * @param source the words it rests on, if there are any
     */
    @Schema(name = "MeasureDate")
    public record DateBody(
            DateRole role,
            @Nullable String value,
            @Nullable DatePrecision precision,
            Basis basis,
            BilingualText note,
            @Nullable SourceBody source) {

        static DateBody of(MeasureDate date) {
            return new DateBody(
                    date.role(),
                    date.written(),
                    date.precision(),
                    date.basis(),
                    date.note(),
                    date.citation() == null ? null : SourceBody.of(date.citation()));
        }
    }

    /**
     * What the text says, with its words.
     *
     * @param kind what it is about
     * @param code stable code, unique within the measure
     * @param basis stated, or our reading of the words
     * @param quantity the number, if it is about one
     * @param message what it says, in both languages
     * @param source the words, verbatim
     */
    @Schema(name = "MeasureStatement")
    public record StatementBody(
            StatementKind kind,
            String code,
            Basis basis,
            @Nullable Quantity quantity,
            BilingualText message,
            SourceBody source) {

        static StatementBody of(Statement statement) {
            return new StatementBody(
                    statement.kind(),
                    statement.code(),
                    statement.basis(),
                    statement.quantity(),
                    statement.message(),
                    SourceBody.of(statement.citation()));
        }
    }

    /**
     * Whom to ask about the measure.
     *
     * @param email address of the office
     * @param name the office
     * @param source the words that name it
     */
    @Schema(name = "MeasureContact")
    public record ContactBody(String email, BilingualText name, SourceBody source) {

        static @Nullable ContactBody of(Measure measure) {
            String email = measure.contactEmail();
            return email == null
                    ? null
                    : measure.first(CONTACT)
                            .map(contact ->
                                    new ContactBody(email, contact.message(), SourceBody.of(contact.citation())))
                            .orElse(null);
        }
    }
}
