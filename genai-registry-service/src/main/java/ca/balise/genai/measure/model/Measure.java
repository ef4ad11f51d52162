package ca.balise.genai.measure.model;

import ca.balise.kit.reasoning.BilingualText;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A measure as its text says it.
 *
 * @param id stable and never reused; the same in every installation for the measures registered from the start
 * @param instrument identifier of the text, for example {@code IA-RI-2025-001-OP}
 * @param title what it is called here
 * @param englishIsUnofficial whether the text exists in French only, so that every English word here is ours
 * @param type what kind of measure
 * @param binding whether the addressee is obliged
 * @param issuer who took the measure
 * @param announcedBy who made it known
 * @param addressee whom it is about
 * @param subject stable code of what it is about
 * @param technology stable code of the technology
 * @param product name of the product, where it is about one
 * @param status how it stands
 * @param reportedOn the day of the text, on which the status stands
 * @param additionalScope a further use mentioned beside the main one
 * @param successorInstrument the instrument that took its place, once one is named
 * @param contactEmail the office to ask, where the text names one
 * @param dates its dates, each with its provenance; at most one a role
 * @param statements what the text says, in its order
 * @param publicReports later public news
 */
public record Measure(
        UUID id,
        String instrument,
        BilingualText title,
        boolean englishIsUnofficial,
        MeasureType type,
        boolean binding,
        String issuer,
        String announcedBy,
        String addressee,
        String subject,
        String technology,
        @Nullable String product,
        MeasureStatus status,
        LocalDate reportedOn,
        @Nullable AdditionalScope additionalScope,
        @Nullable String successorInstrument,
        @Nullable String contactEmail,
        List<MeasureDate> dates,
        List<Statement> statements,
        List<PublicReport> publicReports) {

    public Measure {
        dates = List.copyOf(dates);
        statements = List.copyOf(statements);
        publicReports = List.copyOf(publicReports);
    }

    /** The date of this role, if the text is known to speak, or to be silent, about it. */
    public Optional<MeasureDate> date(DateRole role) {
        return dates.stream().filter(date -> date.role() == role).findFirst();
    }

    /** The day of this role; {@code null} if it is unknown or does not apply. */
    public @Nullable LocalDate on(DateRole role) {
        return date(role).map(MeasureDate::day).orElse(null);
    }

    /** The code of the only statement of a kind; {@code null} if there is none. */
    public @Nullable String codeOf(StatementKind kind) {
        return first(kind).map(Statement::code).orElse(null);
    }

    /** The first statement of a kind. */
    public Optional<Statement> first(StatementKind kind) {
        return statements.stream().filter(statement -> statement.kind() == kind).findFirst();
    }

    /** The number that the text gives for its own use under this code; {@code null} if it gives none. */
    public @Nullable Long quantity(String code) {
        return statements.stream()
                .filter(statement -> statement.kind() == StatementKind.QUANTITY
                        && statement.code().equals(code))
                .map(Statement::quantity)
                .filter(Objects::nonNull)
                .map(Quantity::value)
                .findFirst()
                .orElse(null);
    }
}
