package ca.balise.kit.reasoning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One visit of the rules to one case. The rules see the facts through it, and through nothing else, so that it knows on what their
 * answer rests; and they leave in it what they have to say beside their conclusion.
 *
 * <p>A <em>brief</em> inquiry asks for the conclusion alone, for a what-if: a rule may stop looking as soon as its part of the
 * conclusion is certain, and should, but its conclusion must have the same status as in a full one. Nothing is kept of what they
 * say beside it.
 */
public final class Inquiry {

    private final RuleBook book;
    private final Facts facts;
    private final Readings readings;
    private final LocalDate asOf;
    private final boolean brief;

    /** What a brief inquiry is after; empty in a full one. */
    private final List<Test<?, ?>> tests;

    /** What a full inquiry is after; untouched in a brief one. */
    private final Notes notes;

    Inquiry(RuleBook book, Facts facts, Readings readings, LocalDate asOf, boolean brief) {
        this.book = book;
        this.facts = facts;
        this.readings = readings;
        this.asOf = asOf;
        this.brief = brief;
        this.tests = brief ? new ArrayList<>() : List.of();
        this.notes = brief ? Notes.NONE : new Notes();
    }

    /** What the rules say beside their conclusion. */
    private static final class Notes {

        private static final Notes NONE = new Notes();

        private final List<Step.Look> looks = new ArrayList<>();
        private final List<Step> trace = new ArrayList<>();
        private final Set<Fact<?>> lacking = new LinkedHashSet<>();
        private final Set<String> ambiguities = new LinkedHashSet<>();
        private final List<Reason> reasons = new ArrayList<>();
        private final List<String> duties = new ArrayList<>();
        private final List<String> warnings = new ArrayList<>();
    }

    /**
     * A question that a rule put to one fact, and what it heard.
     *
     * @param fact the fact
     * @param answer what it heard
     * @param question the question
     * @param candidates values that may make a difference, beside the fact's own
     */
    record Test<T, R>(
            Fact<T> fact, @Nullable R answer, Function<@Nullable T, @Nullable R> question, List<T> candidates) {

        /** The values for which the rule would have heard something else. */
        List<T> turningValues() {
            List<T> turning = new ArrayList<>();
            for (T value : fact.values()) {
                keepIfTurning(value, turning);
            }
            for (T value : candidates) {
                keepIfTurning(value, turning);
            }
            return turning;
        }

        private void keepIfTurning(T value, List<T> turning) {
            if (!Objects.equals(question.apply(value), answer) && !turning.contains(value)) {
                turning.add(value);
            }
        }
    }

    /** The day judged. */
    public LocalDate asOf() {
        return asOf;
    }

    /** Whether only the conclusion is wanted. */
    public boolean isBrief() {
        return brief;
    }

    /** How the text is read. To say that the reading mattered, ask {@link #takesOther}. */
    public Readings readings() {
        return readings;
    }

    /**
     * Puts a question to a fact.
     *
     * @param question asked of the value, or of {@code null} where it is unknown; pure
     * @param candidates the values that may make a difference to this question, where the fact does not know them itself: for
     *     a date, the days about the limit
     */
    public <T, R extends @Nullable Object> R ask(Fact<T> fact, Function<@Nullable T, R> question, List<T> candidates) {
        T value = facts.value(fact);
        R answer = question.apply(value);
        if (brief) {
            tests.add(new Test<T, R>(fact, answer, question, candidates));
        } else {
            notes.looks.add(new Step.Look(fact, fact.shown(value), facts.provenance(fact)));
        }
        return answer;
    }

    /** As {@link #ask(Fact, Function, List)}, of a fact that knows itself which values make a difference. */
    public <T, R extends @Nullable Object> R ask(Fact<T> fact, Function<@Nullable T, R> question) {
        return ask(fact, question, List.of());
    }

    /** The value of a fact, or {@code null} where it is unknown: for a rule to which each value makes a difference. */
    public <T> @Nullable T known(Fact<T> fact) {
        return this.<T, @Nullable T>ask(fact, value -> value);
    }

    /** Whether a fact holds. */
    public Truth truth(Fact<Boolean> fact) {
        return ask(fact, Truth::of);
    }

    /** Whether a fact is known to hold: for what must be shown, so that unknown is as good as false. */
    public boolean isShown(Fact<Boolean> fact) {
        return ask(fact, Boolean.TRUE::equals);
    }

    /** Whether a fact is known not to hold. */
    public boolean isDenied(Fact<Boolean> fact) {
        return ask(fact, Boolean.FALSE::equals);
    }

    /** Whether a fact is known to have this value. */
    public <T> boolean is(Fact<T> fact, T value) {
        return ask(fact, value::equals);
    }

    /** Whether a fact is known to be one of these. */
    public <T> boolean isOneOf(Fact<T> fact, Collection<T> values) {
        return ask(fact, value -> value != null && values.contains(value));
    }

    /** Whether a day is known that is not after the limit. */
    public boolean isReached(Fact<LocalDate> fact, LocalDate limit) {
        return ask(fact, day -> day != null && !day.isAfter(limit), List.of(limit, limit.plusDays(1)));
    }

    /**
     * Whether an ambiguity is to be read the way that was not adopted. Ask only where it makes a difference: asking says that the
     * ambiguity mattered.
     */
    public boolean takesOther(String ambiguity) {
        if (!brief) {
            notes.ambiguities.add(ambiguity);
        }
        return readings.takeOther(ambiguity);
    }

    /**
     * Whether to find out if an ambiguity matters, where that takes looking at facts that nothing else needs: always in a full inquiry,
     * and in a brief one only where it is read the other way.
     */
    public boolean heeds(String ambiguity) {
        return !brief || readings.takeOther(ambiguity);
    }

    /**
     * Says what a rule found, on the grounds of the facts looked at since the last finding.
     *
     * @param rule id of the rule
     * @param answer what it answered
     * @param finding code of the finding in the book
     */
    public void find(String rule, Object answer, String finding) {
        step(rule, answer, false, finding);
    }

    /** As {@link #find}, of a rule that concludes. */
    public void conclude(String rule, Object answer, String finding) {
        step(rule, answer, true, finding);
    }

    private void step(String rule, Object answer, boolean fired, String finding) {
        if (!brief) {
            notes.trace.add(new Step(rule, answer.toString(), fired, book.finding(finding), seen()));
            notes.looks.clear();
        }
    }

    /** Each fact once, however often it was looked at. */
    private List<Step.Look> seen() {
        return List.copyOf(new LinkedHashSet<>(notes.looks));
    }

    /** Says that a fact is missing: unknown, or not as it would have to be. */
    public void lacks(Fact<?> fact) {
        if (!brief) {
            notes.lacking.add(fact);
        }
    }

    /** Gives a reason of the answer; the figures are those of its message. */
    public void reason(String rule, Object... figures) {
        if (!brief) {
            notes.reasons.add(said(rule, figures));
        }
    }

    /** Gives the reason that comes before all others: that of the conclusion. */
    public void mainReason(String rule, Object... figures) {
        if (!brief) {
            notes.reasons.addFirst(said(rule, figures));
        }
    }

    private Reason said(String rule, Object... figures) {
        return figures.length == 0 ? book.reason(rule) : book.rule(rule).reason(figures);
    }

    /** Says that a duty or recommendation arises. It is a reason of the answer too; one duty may have several. */
    public void duty(String rule, Object... figures) {
        if (!brief) {
            Reason reason = said(rule, figures);
            if (!notes.duties.contains(reason.code())) {
                notes.duties.add(reason.code());
            }
            notes.reasons.add(reason);
        }
    }

    /** Says what to beware of. It is a reason of the answer too. */
    public void warn(String rule, Object... figures) {
        if (!brief && !notes.warnings.contains(rule)) {
            notes.warnings.add(rule);
            reason(rule, figures);
        }
    }

    List<Test<?, ?>> tests() {
        return tests;
    }

    List<Step> trace() {
        return List.copyOf(notes.trace);
    }

    List<Fact<?>> lacking() {
        return List.copyOf(notes.lacking);
    }

    Set<String> ambiguities() {
        return notes.ambiguities;
    }

    List<Reason> reasons() {
        return List.copyOf(notes.reasons);
    }

    List<String> duties() {
        return List.copyOf(notes.duties);
    }

    List<String> warnings() {
        return List.copyOf(notes.warnings);
    }
}
