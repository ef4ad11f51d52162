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

    private final List<Part> parts;

    /** Whether a brief inquiry keeps its tests: not where nothing more will be supposed. */
    private final boolean keepsTests;

    /** The inquiry into the same case with one supposition less, and which; {@code null} if there was none. */
    private final @Nullable Inquiry before;

    private final @Nullable Fact<?> supposed;

    /** What a full inquiry is after; untouched in a brief one. */
    private final Notes notes;

    private Inquiry(
            RuleBook book,
            Facts facts,
            Readings readings,
            LocalDate asOf,
            boolean brief,
            boolean keepsTests,
            @Nullable Inquiry before,
            @Nullable Fact<?> supposed) {
        this.book = book;
        this.facts = facts;
        this.readings = readings;
        this.asOf = asOf;
        this.brief = brief;
        this.keepsTests = keepsTests;
        this.before = before;
        this.supposed = supposed;
        this.tests = keepsTests ? new ArrayList<>() : List.of();
        this.parts = keepsTests ? new ArrayList<>() : List.of();
        this.notes = brief ? Notes.NONE : new Notes();
    }

    static Inquiry full(RuleBook book, Facts facts, Readings readings, LocalDate asOf) {
        return new Inquiry(book, facts, readings, asOf, false, false, null, null);
    }

    static Inquiry brief(RuleBook book, Facts facts, Readings readings, LocalDate asOf) {
        return new Inquiry(book, facts, readings, asOf, true, true, null, null);
    }

    /**
     * A brief inquiry into the case of this one, had a fact another value.
     *
     * @param last whether nothing more will be supposed, so that its tests are not wanted
     */
    <T> Inquiry supposing(Fact<T> fact, T value, boolean last) {
        return new Inquiry(book, facts.with(fact, value), readings, asOf, true, !last, this, fact);
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

    /** A question that a rule put to one fact, and what it heard. */
    static final class Test<T, R> {

        private final Fact<T> fact;
        private final @Nullable R answer;
        private final Function<@Nullable T, @Nullable R> question;
        private final List<T> candidates;
        private @Nullable List<T> turning;

        /**
         * @param fact the fact
         * @param answer what it heard
         * @param question the question
         * @param candidates values that may make a difference, beside the fact's own
         */
        Test(Fact<T> fact, @Nullable R answer, Function<@Nullable T, @Nullable R> question, List<T> candidates) {
            this.fact = fact;
            this.answer = answer;
            this.question = question;
            this.candidates = candidates;
        }

        Fact<T> fact() {
            return fact;
        }

        /** The values for which the rule would have heard something else. */
        List<T> turningValues() {
            List<T> known = turning;
            if (known == null) {
                known = new ArrayList<>();
                for (T value : fact.values()) {
                    keepIfTurning(value, known);
                }
                for (T value : candidates) {
                    keepIfTurning(value, known);
                }
                turning = known;
            }
            return known;
        }

        private void keepIfTurning(T value, List<T> turning) {
            if (!Objects.equals(question.apply(value), answer) && !turning.contains(value)) {
                turning.add(value);
            }
        }
    }

    /**
     * What a part of the rules answered.
     *
     * @param key which part
     * @param answer what it answered
     * @param from the first of its tests
     * @param until the first test after it
     */
    private record Part(Object key, Object answer, int from, int until) {}

    /**
     * A part of the rules whose answer follows from what it asks of this inquiry, and from nothing else. In a search through what-ifs it is
     * then visited again only where a supposition is about a fact that it asks for.
     *
     * @param key which part, equal each time
     * @param rules pure; visits no other part
     */
    public <R> R part(Object key, Function<Inquiry, R> rules) {
        int from = tests.size();
        Part same = before == null || supposed == null ? null : before.partWithout(key, supposed);
        if (same != null && before != null) {
            keep(key, same.answer(), from, before.tests.subList(same.from(), same.until()));
            @SuppressWarnings("unchecked") // The part with this key always answers with an R.
            R answer = (R) same.answer();
            return answer;
        }
        R answer = rules.apply(this);
        keep(key, answer, from, List.of());
        return answer;
    }

    private void keep(Object key, Object answer, int from, List<Test<?, ?>> asBefore) {
        if (keepsTests) {
            tests.addAll(asBefore);
            parts.add(new Part(key, answer, from, tests.size()));
        }
    }

    /** The part with this key, if it was visited and asks nothing of the fact. */
    private @Nullable Part partWithout(Object key, Fact<?> fact) {
        Part part = part(key);
        return part == null || asks(part, fact) ? null : part;
    }

    private @Nullable Part part(Object key) {
        for (Part part : parts) {
            if (part.key().equals(key)) {
                return part;
            }
        }
        return null;
    }

    private boolean asks(Part part, Fact<?> fact) {
        for (int i = part.from(); i < part.until(); i++) {
            if (tests.get(i).fact() == fact) {
                return true;
            }
        }
        return false;
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
        if (keepsTests) {
            tests.add(new Test<T, R>(fact, answer, question, candidates));
        } else if (!brief) {
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
