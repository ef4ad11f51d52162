package ca.balise.kit.reasoning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The search against its definition: on rules drawn at random, what it finds is what trying every value of every set of at most three
 * facts finds.
 */
class ChangeSearchTest {

    private static final LocalDate DAY = LocalDate.of(2025, 6, 2);
    private static final int FACTS = 6;
    private static final List<Fact<Boolean>> NAMES =
            IntStream.range(0, FACTS).mapToObj(i -> Fact.truth("f" + i)).toList();
    private static final RuleBook BOOK = book();

    /** A rule that asks about one fact and goes on, by its answer, to another; at the end stands a status. */
    private sealed interface Tree {
        record Leaf(int status) implements Tree {}

        record Node(int fact, Tree whenTrue, Tree whenFalse, Tree whenUnknown) implements Tree {}
    }

    static Stream<Integer> seeds() {
        return IntStream.range(0, 300).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void findsWhatTryingEverythingFinds(int seed) {
        var random = new SplittableRandom(seed);
        Tree tree = grow(random, 7);
        compare(random, look -> walk(tree, look));
    }

    /**
     * Rules in parts, of which some share facts and each goes on by what the part before answered: a part that no
     * supposition concerns is not visited again.
     */
    @ParameterizedTest
    @MethodSource("seeds")
    void findsWhatTryingEverythingFindsInRulesOfParts(int seed) {
        var random = new SplittableRandom(seed);
        List<Tree> parts = IntStream.range(0, 4).mapToObj(_ -> grow(random, 3)).toList();
        Tree flow = grow(random, 4);
        compare(random, look -> walkInParts(flow, parts, look));
    }

    private static void compare(SplittableRandom random, Function<Inquiry, Integer> rules) {
        List<@Nullable Boolean> known = new ArrayList<>();
        for (int i = 0; i < FACTS; i++) {
            known.add(random.nextInt(4) == 0 ? (Boolean) random.nextBoolean() : null);
        }
        var reasoning = new Reasoning<Integer, Integer>(BOOK, rules, status -> status);
        var determination = reasoning.determine(facts(known), Readings.adopted(), DAY);

        assertThat(new HashSet<>(reasoning.changes(determination)))
                .isEqualTo(tryEverything(reasoning, known, determination.status()));
        assertThat(reasoning.changes(determination)).doesNotHaveDuplicates();
    }

    /** A node of the flow goes on by the answer of a part; those past the last part ask for a fact themselves. */
    private static int walkInParts(Tree flow, List<Tree> parts, Inquiry look) {
        return switch (flow) {
            case Tree.Leaf leaf -> leaf.status();
            case Tree.Node node
            when node.fact() >= parts.size() ->
                walkInParts(
                        switch (look.truth(NAMES.get(node.fact()))) {
                            case TRUE -> node.whenTrue();
                            case FALSE -> node.whenFalse();
                            case UNKNOWN -> node.whenUnknown();
                        },
                        parts,
                        look);
            case Tree.Node node -> {
                Tree part = parts.get(node.fact());
                int answer = look.part(part, within -> walk(part, within));
                yield walkInParts(
                        switch (answer) {
                            case 0 -> node.whenTrue();
                            case 1 -> node.whenFalse();
                            default -> node.whenUnknown();
                        },
                        parts,
                        look);
            }
        };
    }

    private static Tree grow(SplittableRandom random, int depth) {
        return depth == 0 || random.nextInt(5) == 0
                ? new Tree.Leaf(random.nextInt(3))
                : new Tree.Node(
                        random.nextInt(FACTS),
                        grow(random, depth - 1),
                        grow(random, depth - 1),
                        grow(random, depth - 1));
    }

    private static int walk(Tree tree, Inquiry look) {
        return switch (tree) {
            case Tree.Leaf leaf -> leaf.status();
            case Tree.Node node ->
                walk(
                        switch (look.truth(NAMES.get(node.fact()))) {
                            case TRUE -> node.whenTrue();
                            case FALSE -> node.whenFalse();
                            case UNKNOWN -> node.whenUnknown();
                        },
                        look);
        };
    }

    private static Facts facts(List<@Nullable Boolean> known) {
        var facts = Facts.builder();
        for (int i = 0; i < FACTS; i++) {
            facts.asserted(NAMES.get(i), known.get(i));
        }
        return facts.build();
    }

    private static Set<Change<Integer>> tryEverything(
            Reasoning<Integer, Integer> reasoning, List<@Nullable Boolean> known, int status) {
        Set<Change<Integer>> altering = new HashSet<>();
        for (int size = 1; size <= 3; size++) {
            Set<Change<Integer>> fewer = Set.copyOf(altering);
            for (int chosen = 0; chosen < 1 << FACTS; chosen++) {
                if (Integer.bitCount(chosen) == size) {
                    collect(reasoning, known, status, chosen, fewer, altering);
                }
            }
        }
        return altering;
    }

    private static void collect(
            Reasoning<Integer, Integer> reasoning,
            List<@Nullable Boolean> known,
            int status,
            int chosen,
            Set<Change<Integer>> fewer,
            Set<Change<Integer>> altering) {
        List<Integer> places = IntStream.range(0, FACTS)
                .filter(i -> (chosen & 1 << i) != 0)
                .boxed()
                .toList();
        List<Fact<?>> names = new ArrayList<>();
        places.forEach(place -> names.add(NAMES.get(place)));
        if (places.stream().anyMatch(place -> known.get(place) != null)
                || fewer.stream().anyMatch(change -> names.containsAll(change.facts()))) {
            return;
        }
        for (int values = 0; values < 1 << places.size(); values++) {
            List<@Nullable Boolean> supposed = new ArrayList<>(known);
            for (int i = 0; i < places.size(); i++) {
                supposed.set(places.get(i), (values & 1 << i) != 0);
            }
            int found = reasoning.status(facts(supposed), Readings.adopted(), DAY);
            if (found != status) {
                altering.add(new Change<>(names, found));
            }
        }
    }

    private static RuleBook book() {
        try {
            return RuleBook.read(new ByteArrayInputStream("""
                    version: toy
                    rules:
                      - {code: A, force: MAY, message: {en: A, fr: A}, ownRule: {en: a, fr: a}}
                    """.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
