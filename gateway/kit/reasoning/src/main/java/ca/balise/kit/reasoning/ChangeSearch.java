package ca.balise.kit.reasoning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks for what would alter a status, breadth first: one supposition, then two, then three.
 *
 * <p>A supposition is worth trying only if a rule put a question to the fact and would have heard another answer. None is lost that
 * way. Let a minimal set alter the status, and suppose some of it already without altering it: the rules, which see nothing but the
 * answers to their questions, then hear a first answer that differs from what the whole set would have them hear, and that is an
 * answer about a fact of the rest.
 */
final class ChangeSearch<C, S> {

    private static final int MOST_FACTS = 3;
    private static final Comparator<Fact<?>> BY_PATH = Comparator.comparing(Fact::path);

    private final Reasoning<C, S> reasoning;
    private final Determination<C, S> determination;
    private final Set<Fact<?>> missing;
    private final Inquiry base;
    private final List<Change<S>> found = new ArrayList<>();
    private final List<Set<Fact<?>>> altering = new ArrayList<>();

    ChangeSearch(Reasoning<C, S> reasoning, Determination<C, S> determination) {
        this.reasoning = reasoning;
        this.determination = determination;
        this.missing = new HashSet<>(determination.missing());
        this.base = reasoning.brief(determination.facts(), determination.readings(), determination.asOf());
    }

    /** A case with suppositions, and the questions that the rules put to it. */
    private record WhatIf(Inquiry inquiry, Map<Fact<?>, Object> supposed) {}

    List<Change<S>> run() {
        reasoning.statusIn(base);
        List<WhatIf> tried = List.of(new WhatIf(base, Map.of()));
        for (int size = 1; size <= MOST_FACTS; size++) {
            Set<Map<Fact<?>, Object>> seen = new HashSet<>();
            List<WhatIf> still = new ArrayList<>();
            // What alters the status with this many facts rules out sets with more, not its equals.
            List<Set<Fact<?>>> fewer = List.copyOf(altering);
            for (WhatIf whatIf : tried) {
                for (Inquiry.Test<?, ?> test : whatIf.inquiry().tests()) {
                    if (isWorthTrying(test.fact(), whatIf)) {
                        extend(whatIf, test, size == MOST_FACTS, fewer, seen, still);
                    }
                }
            }
            tried = still;
        }
        return List.copyOf(found);
    }

    private boolean isWorthTrying(Fact<?> fact, WhatIf whatIf) {
        return isMissing(fact) && !whatIf.supposed().containsKey(fact);
    }

    private <T> void extend(
            WhatIf whatIf,
            Inquiry.Test<T, ?> test,
            boolean last,
            List<Set<Fact<?>>> fewer,
            Set<Map<Fact<?>, Object>> seen,
            List<WhatIf> still) {
        Fact<T> fact = test.fact();
        for (T value : test.turningValues()) {
            Map<Fact<?>, Object> supposed = new HashMap<>(whatIf.supposed());
            supposed.put(fact, value);
            if (!isRuledOut(supposed.keySet(), fewer) && seen.add(supposed)) {
                Inquiry inquiry = whatIf.inquiry().supposing(fact, value, last);
                S status = reasoning.statusIn(inquiry);
                if (status.equals(determination.status())) {
                    still.add(new WhatIf(inquiry, supposed));
                } else {
                    keep(supposed.keySet(), status);
                }
            }
        }
    }

    private static boolean isRuledOut(Set<Fact<?>> facts, List<Set<Fact<?>>> fewer) {
        for (Set<Fact<?>> altering : fewer) {
            if (facts.containsAll(altering)) {
                return true;
            }
        }
        return false;
    }

    private void keep(Set<Fact<?>> facts, S status) {
        altering.add(Set.copyOf(facts));
        var change = new Change<S>(facts.stream().sorted(BY_PATH).toList(), status);
        if (!found.contains(change)) {
            found.add(change);
        }
    }

    private boolean isMissing(Fact<?> fact) {
        return missing.contains(fact) || !determination.facts().knows(fact);
    }
}
