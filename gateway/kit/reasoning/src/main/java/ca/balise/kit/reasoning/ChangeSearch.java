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
    private final List<Change<S>> found = new ArrayList<>();
    private final List<Set<Fact<?>>> altering = new ArrayList<>();

    ChangeSearch(Reasoning<C, S> reasoning, Determination<C, S> determination) {
        this.reasoning = reasoning;
        this.determination = determination;
        this.missing = new HashSet<>(determination.missing());
    }

    /** A case with suppositions, and the questions that the rules put to it. */
    private record WhatIf(Facts facts, Map<Fact<?>, Object> supposed, List<Inquiry.Test<?, ?>> tests) {}

    List<Change<S>> run() {
        List<WhatIf> tried = List.of(ask(determination.facts(), Map.of()));
        for (int size = 1; size <= MOST_FACTS; size++) {
            Set<Map<Fact<?>, Object>> seen = new HashSet<>();
            List<WhatIf> still = new ArrayList<>();
            // What alters the status with this many facts rules out sets with more, not its equals.
            List<Set<Fact<?>>> fewer = List.copyOf(altering);
            for (WhatIf whatIf : tried) {
                for (Inquiry.Test<?, ?> test : whatIf.tests()) {
                    extend(whatIf, test, fewer, seen, still);
                }
            }
            tried = still;
        }
        return List.copyOf(found);
    }

    private <T> void extend(
            WhatIf whatIf,
            Inquiry.Test<T, ?> test,
            List<Set<Fact<?>>> fewer,
            Set<Map<Fact<?>, Object>> seen,
            List<WhatIf> still) {
        Fact<T> fact = test.fact();
        if (!isMissing(fact) || whatIf.supposed().containsKey(fact)) {
            return;
        }
        for (T value : test.turningValues()) {
            Map<Fact<?>, Object> supposed = new HashMap<>(whatIf.supposed());
            supposed.put(fact, value);
            if (!isRuledOut(supposed.keySet(), fewer) && seen.add(supposed)) {
                Facts facts = whatIf.facts().with(fact, value);
                var inquiry = reasoning.brief(facts, determination.readings(), determination.asOf());
                S status = reasoning.statusIn(inquiry);
                if (status.equals(determination.status())) {
                    still.add(new WhatIf(facts, supposed, inquiry.tests()));
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

    private WhatIf ask(Facts facts, Map<Fact<?>, Object> supposed) {
        var inquiry = reasoning.brief(facts, determination.readings(), determination.asOf());
        reasoning.statusIn(inquiry);
        return new WhatIf(facts, supposed, inquiry.tests());
    }
}
