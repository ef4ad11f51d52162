package ca.balise.kit.reasoning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A set of rules that can be put to a case. Pure: the same facts, readings and day always give the same determination.
 *
 * @param <C> the conclusion of the rules
 * @param <S> the status: the one word of it that ambiguities and missing facts may alter
 */
public final class Reasoning<C, S> {

    private final RuleBook book;
    private final Function<Inquiry, C> rules;
    private final Function<C, S> status;

    /**
     * @param book the rules as data
     * @param rules the rules as code; they look at a case through the inquiry alone
     * @param status the status of a conclusion
     */
    public Reasoning(RuleBook book, Function<Inquiry, C> rules, Function<C, S> status) {
        this.book = book;
        this.rules = rules;
        this.status = status;
    }

    /**
     * What the rules say of a case.
     *
     * @param facts the case
     * @param readings how the text is read
     * @param asOf the day judged
     */
    public Determination<C, S> determine(Facts facts, Readings readings, LocalDate asOf) {
        var inquiry = Inquiry.full(book, facts, readings, asOf);
        C conclusion = rules.apply(inquiry);
        List<Doubt<S>> doubts = new ArrayList<>();
        for (String id : inquiry.ambiguities()) {
            doubts.add(new Doubt<>(
                    book.ambiguity(id), status.apply(rules.apply(brief(facts, readings.turning(id), asOf)))));
        }
        return new Determination<>(
                conclusion,
                status.apply(conclusion),
                inquiry.trace(),
                List.copyOf(doubts),
                inquiry.lacking(),
                inquiry.reasons(),
                inquiry.duties(),
                inquiry.warnings(),
                facts,
                readings,
                asOf,
                book.version());
    }

    /** The status alone, found as in a what-if; always that of {@link #determine}. */
    public S status(Facts facts, Readings readings, LocalDate asOf) {
        return status.apply(rules.apply(brief(facts, readings, asOf)));
    }

    /**
     * What would alter the status of a determination: every inclusion-minimal set of at most three facts that are missing (unknown, or
     * named among {@link Determination#missing()}), each with the statuses it can lead to. Found by asking the rules again.
     */
    public List<Change<S>> changes(Determination<C, S> determination) {
        return new ChangeSearch<>(this, determination).run();
    }

    Inquiry brief(Facts facts, Readings readings, LocalDate asOf) {
        return Inquiry.brief(book, facts, readings, asOf);
    }

    S statusIn(Inquiry inquiry) {
        return status.apply(rules.apply(inquiry));
    }
}
