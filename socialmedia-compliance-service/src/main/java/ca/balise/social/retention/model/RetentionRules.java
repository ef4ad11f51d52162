package ca.balise.social.retention.model;

import static ca.balise.social.retention.model.RetentionFacts.ACCESS_REQUEST_PENDING;
import static ca.balise.social.retention.model.RetentionFacts.ITEMS;
import static ca.balise.social.retention.model.RetentionFacts.KIND;
import static ca.balise.social.retention.model.RetentionFacts.LAST_ADMINISTRATIVE_USE;
import static ca.balise.social.retention.model.RetentionFacts.LEGAL_HOLD;
import static ca.balise.social.retention.model.RetentionFacts.NEEDED_UNTIL;
import static ca.balise.social.retention.model.RetentionFacts.PURPOSE;
import static ca.balise.social.retention.model.RetentionFacts.STILL_NEEDED;

import ca.balise.kit.reasoning.Change;
import ca.balise.kit.reasoning.Determination;
import ca.balise.kit.reasoning.Facts;
import ca.balise.kit.reasoning.Inquiry;
import ca.balise.kit.reasoning.Readings;
import ca.balise.kit.reasoning.Reasoning;
import ca.balise.kit.reasoning.RuleBook;
import ca.balise.kit.reasoning.Truth;
import ca.balise.social.determination.model.Compliance;
import ca.balise.social.determination.model.Purpose;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long a record is kept under PIN-2021-01 question 11, as of a day. A hold or a pending access request keeps it; information used for
 * administrative purposes is kept for at least two full years after its last such use; anything else goes as soon as it is not needed.
 * What is not known keeps the record. Pure.
 */
public final class RetentionRules {

    /** S-A2: the other reading is that the years run from the collection, of which no fact tells. */
    private static final String FROM_COLLECTION = "S-A2";

    private final RetentionPeriod period;
    private final Reasoning<RetentionConclusion, Retention> reasoning;

    /** @param book {@code rules/retention.yaml} */
    public RetentionRules(RuleBook book) {
        period = new RetentionPeriod(
                book.parameter("YEARS_AFTER_LAST_ADMINISTRATIVE_USE").intValue());
        reasoning = new Reasoning<>(book, this::conclude, RetentionConclusion::retention);
    }

    /** The least time for which information used for administrative purposes is kept. */
    public RetentionPeriod period() {
        return period;
    }

    /** What the rules say of a record. */
    public Determination<RetentionConclusion, Retention> determine(Facts facts, Readings readings, LocalDate asOf) {
        return reasoning.determine(facts, readings, asOf);
    }

    /** The smallest sets of missing facts that would alter what becomes of the record. */
    public List<Change<Retention>> changes(Determination<RetentionConclusion, Retention> determination) {
        return reasoning.changes(determination);
    }

    /** What becomes of a record alone, found as in a what-if. */
    Retention status(Facts facts, Readings readings, LocalDate asOf) {
        return reasoning.status(facts, readings, asOf);
    }

    /** What is found of the time for which a record is kept. */
    private record Term(
            Retention retention,
            @Nullable LocalDate earliestDisposal,
            @Nullable LocalDate overdueSince) {}

    private RetentionConclusion conclude(Inquiry look) {
        Purpose purpose = look.known(PURPOSE);
        Term term = isHeld(look) ? held(look, purpose) : byPurpose(look, purpose);
        boolean kept = term.retention() == Retention.RETAIN || term.retention() == Retention.INDETERMINATE;
        List<RecordItem> mustKeep = new ArrayList<>();
        Compliance compliance =
                kept && purpose != Purpose.NON_ADMINISTRATIVE ? contents(look, term, mustKeep) : byTerm(term);
        return new RetentionConclusion(
                term.retention(), term.earliestDisposal(), term.overdueSince(), List.copyOf(mustKeep), compliance);
    }

    private static boolean isHeld(Inquiry look) {
        boolean hold = look.isShown(LEGAL_HOLD);
        boolean requested = look.isShown(ACCESS_REQUEST_PENDING);
        boolean held = hold || requested;
        look.find("H", Truth.of(held), "HELD");
        return held;
    }

    private Term held(Inquiry look, @Nullable Purpose purpose) {
        look.mainReason("RETAIN_WHILE_HELD");
        LocalDate lastUse = purpose == Purpose.ADMINISTRATIVE ? look.known(LAST_ADMINISTRATIVE_USE) : null;
        return new Term(Retention.RETAIN, lastUse == null ? null : period.earliestDisposal(lastUse), null);
    }

    private Term byPurpose(Inquiry look, @Nullable Purpose purpose) {
        return switch (purpose) {
            case null -> {
                look.find("P", Truth.UNKNOWN, "PURPOSE_UNKNOWN");
                look.lacks(PURPOSE);
                yield unknown(look);
            }
            case ADMINISTRATIVE -> administrative(look);
            case NON_ADMINISTRATIVE -> nonAdministrative(look);
        };
    }

    private static Term unknown(Inquiry look) {
        look.mainReason("RETENTION_UNKNOWN");
        return new Term(Retention.INDETERMINATE, null, null);
    }

    private Term administrative(Inquiry look) {
        LocalDate earliest = look.<LocalDate, @Nullable LocalDate>ask(
                LAST_ADMINISTRATIVE_USE,
                lastUse -> lastUse == null ? null : period.earliestDisposal(lastUse),
                List.of(look.asOf(), look.asOf().minusYears(period.years()).minusDays(1)));
        if (earliest == null) {
            look.find("T", Truth.UNKNOWN, "TWO_YEARS");
            look.lacks(LAST_ADMINISTRATIVE_USE);
            return unknown(look);
        }
        if (!look.asOf().isBefore(earliest)) {
            look.find("T", Retention.MAY_DISPOSE, "TWO_YEARS");
            look.mainReason("MAY_DISPOSE");
            warnOfHolds(look);
            return new Term(Retention.MAY_DISPOSE, earliest, null);
        }
        if (look.takesOther(FROM_COLLECTION)) {
            return unknown(look);
        }
        look.find("T", Retention.RETAIN, "TWO_YEARS");
        look.mainReason("RETAIN");
        return new Term(Retention.RETAIN, earliest, null);
    }

    private static Term nonAdministrative(Inquiry look) {
        Truth needed = look.truth(STILL_NEEDED);
        LocalDate until = look.known(NEEDED_UNTIL);
        boolean past = until != null && !until.isAfter(look.asOf());
        RecordKind kind = look.isBrief() ? null : look.known(KIND);
        if (kind != null && kind.isDecision()) {
            look.warn("DECISION_SERVES_ADMINISTRATIVE_PURPOSES");
        }
        return switch (needed) {
            case UNKNOWN -> {
                look.find("N", Truth.UNKNOWN, "NEEDED");
                look.lacks(STILL_NEEDED);
                yield unknown(look);
            }
            case TRUE -> {
                look.find("N", Retention.MAY_KEEP_WHILE_NEEDED, "NEEDED");
                look.mainReason("MAY_KEEP_WHILE_NEEDED");
                if (past) {
                    look.warn("NEED_PAST_PLANNED_END");
                }
                yield new Term(Retention.MAY_KEEP_WHILE_NEEDED, null, null);
            }
            case FALSE -> {
                look.find("N", Retention.MUST_DELETE, "NEEDED");
                look.mainReason("MUST_DELETE");
                warnOfHolds(look);
                if (until == null) {
                    look.lacks(NEEDED_UNTIL);
                }
                yield new Term(Retention.MUST_DELETE, null, past ? until : null);
            }
        };
    }

    /** Nothing stated of a hold is taken for none, with a warning to whoever is about to destroy. */
    private static void warnOfHolds(Inquiry look) {
        if (!look.isBrief() && !(look.isDenied(LEGAL_HOLD) && look.isDenied(ACCESS_REQUEST_PENDING))) {
            look.warn("VERIFY_NO_HOLD");
        }
    }

    /** Whether a record that is kept holds what it must. */
    private static Compliance contents(Inquiry look, Term term, List<RecordItem> mustKeep) {
        if (look.isBrief()) {
            return Compliance.INDETERMINATE;
        }
        RecordKind kind = look.known(KIND);
        if (kind == null) {
            look.lacks(KIND);
            return Compliance.INDETERMINATE;
        }
        if (!kind.isDecision()) {
            return byTerm(term);
        }
        mustKeep.addAll(Arrays.asList(RecordItem.values()));
        List<HeldItem> items = look.known(ITEMS);
        List<RecordItem> lacking = mustKeep.stream()
                .filter(item -> items != null && items.stream().noneMatch(held -> held.is(item)))
                .toList();
        lacking.forEach(item -> look.duty(kind.isByExtension() ? item.duty() + "_BY_EXTENSION" : item.duty()));
        look.find(
                "K",
                items == null ? Truth.UNKNOWN : Truth.of(lacking.isEmpty()),
                kind.isByExtension() ? "DECISION_RECORD_BY_EXTENSION" : "DECISION_RECORD");
        if (items == null) {
            look.lacks(ITEMS);
            return Compliance.INDETERMINATE;
        }
        if (lacking.isEmpty()) {
            return byTerm(term);
        }
        return kind.isByExtension() ? Compliance.ACTION_REQUIRED : Compliance.NON_COMPLIANT;
    }

    private static Compliance byTerm(Term term) {
        return switch (term.retention()) {
            case RETAIN, MAY_DISPOSE, MAY_KEEP_WHILE_NEEDED -> Compliance.COMPLIANT;
            case MUST_DELETE -> term.overdueSince() == null ? Compliance.ACTION_REQUIRED : Compliance.NON_COMPLIANT;
            case INDETERMINATE -> Compliance.INDETERMINATE;
        };
    }
}
