package ca.balise.deid.risk.model;

import ca.balise.deid.cells.model.CellTable;
import ca.balise.deid.cells.model.MemoryBudget;
import ca.balise.deid.cells.model.QuasiIdentifier;
import ca.balise.deid.cells.model.Subsets;
import ca.balise.deid.specification.model.MeasureChoices;
import ca.balise.deid.specification.model.Population;
import ca.balise.deid.specification.model.Sample;
import ca.balise.deid.threshold.model.MinimumCellSize;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is measured over subsets of the quasi-identifiers, in one walk over them (PIN-2020-03 §5.1.2: « Plus le nombre d’identifiants
 * indirects est élevé, plus la probabilité (ou possibilité) de repersonnalisation est élevée »). A missing value counts as a category
 * of its own here, whatever policy was chosen for the sizes: that never finds fewer uniques.
 *
 * @param quasiIdentifiers what each is like, and what the others are like without it
 * @param combinations all combinations up to a size, smallest first
 * @param specialUniques the records that are unique on few variables; null where they were not searched for
 * @param notMeasured what was asked for and left out
 */
public record SubsetMeasures(
        List<QuasiIdentifierMeasures> quasiIdentifiers,
        List<Combination> combinations,
        @Nullable SpecialUniques specialUniques,
        List<NotMeasured> notMeasured) {

    public SubsetMeasures {
        quasiIdentifiers = List.copyOf(quasiIdentifiers);
        combinations = List.copyOf(combinations);
        notMeasured = List.copyOf(notMeasured);
    }

    /** Combinations of three: what a neighbour or an acquaintance knows. */
    public static final int DEFAULT_SIZE = 3;

    private static final String QUASI_IDENTIFIERS = "quasiIdentifiers";
    private static final String COMBINATIONS = "combinations";
    private static final String SPECIAL_UNIQUES = "specialUniques";
    private static final String DIS_SUDA = "specialUniques.disSuda";

    /** Records of persons whom so few quasi-identifiers are enough to single out; 0 where these were not searched for. */
    public long recordsUniqueOnAtMost(int size) {
        return specialUniques == null ? 0 : specialUniques.recordsUniqueOnAtMost(size);
    }

    /** Measures a table. */
    static SubsetMeasures of(CellTable table, MeasureChoices choices, MinimumCellSize minimum, MemoryBudget memory) {
        return new Walk(table, choices, minimum.persons(), memory).measures();
    }

    /** One walk over the subsets. */
    private static final class Walk {

        private final CellTable table;
        private final List<String> names;
        private final int minimum;
        private final MemoryBudget memory;
        private final Sample sample;
        private final List<NotMeasured> notMeasured = new ArrayList<>();
        private final List<Combination> combinations = new ArrayList<>();
        private final int listed;
        private final int searched;

        Walk(CellTable table, MeasureChoices choices, int minimum, MemoryBudget memory) {
            this.table = table;
            this.names =
                    table.quasiIdentifiers().stream().map(QuasiIdentifier::name).toList();
            this.minimum = minimum;
            this.memory = memory;
            this.sample = choices.sample();
            this.listed = cut(COMBINATIONS, choices.combinationSize(), SubsetLimits.MAXIMUM_LISTED, names.size());
            // Unique on all variables is unique, and not specially so.
            this.searched = cut(
                    SPECIAL_UNIQUES,
                    choices.specialUniqueSize(),
                    SubsetLimits.MAXIMUM_SEARCHED,
                    Math.max(1, names.size() - 1));
        }

        private int cut(String member, @Nullable Integer asked, int subsets, int largest) {
            long steps = asked == null ? SubsetLimits.DEFAULT_STEPS : SubsetLimits.MAXIMUM_STEPS;
            int wanted = Math.min(asked == null ? DEFAULT_SIZE : asked, largest);
            int size = new SubsetLimits(subsets, steps).cut(wanted, table);
            if (size < wanted) {
                notMeasured.add(new NotMeasured(member, NotMeasuredReason.TOO_MUCH_WORK, size));
            }
            return size;
        }

        SubsetMeasures measures() {
            if (table.cells() == 0) {
                return nothing(NotMeasuredReason.NO_CELL);
            }
            if (names.size() > Subsets.MAXIMUM_VARIABLES) {
                return nothing(NotMeasuredReason.TOO_MUCH_WORK);
            }
            int depth = Math.max(Math.max(listed, searched), Subsets.depthOfLeavingOut(names.size()));
            Optional<Subsets> walked = Subsets.of(table, depth, memory);
            if (walked.isEmpty()) {
                return nothing(NotMeasuredReason.NOT_ENOUGH_MEMORY);
            }
            try (Subsets subsets = walked.get()) {
                var search = new SpecialUniquesSearch(table, searched, memory);
                subsets.forEach(Math.max(listed, searched), (subset, groups) -> {
                    int size = Long.bitCount(subset);
                    if (size <= listed) {
                        combinations.add(Combination.of(names(subset), GroupMeasures.of(groups, minimum)));
                    }
                    if (size <= searched) {
                        search.visit(subset, groups);
                    }
                });
                // Within a size the order of the walk.
                combinations.sort(Comparator.comparingInt(
                        combination -> combination.names().size()));
                return new SubsetMeasures(quasiIdentifiers(subsets), combinations, specialUniques(search), notMeasured);
            }
        }

        private @Nullable SpecialUniques specialUniques(SpecialUniquesSearch search) {
            if (search.isFull()) {
                notMeasured.add(new NotMeasured(SPECIAL_UNIQUES, NotMeasuredReason.NOT_ENOUGH_MEMORY));
                return search.found(null).orElse(null);
            }
            SpecialUniques found = search.found(disSuda(search)).orElseThrow();
            return searched == 0 ? null : found;
        }

        private @Nullable DisSuda disSuda(SpecialUniquesSearch search) {
            SortedMap<Double, DisSuda.Scored> byScore = search.scored();
            NotMeasuredReason missing = missing(search, byScore.isEmpty());
            if (missing != null) {
                long limit = missing == NotMeasuredReason.NOT_SEARCHED_TO_THE_END ? names.size() - 1 : 0;
                notMeasured.add(new NotMeasured(DIS_SUDA, missing, limit));
                return null;
            }
            return DisSuda.of(
                    byScore,
                    search.matches(),
                    SamplingFraction.of(table, sample.population()),
                    names.size(),
                    table.records());
        }

        private @Nullable NotMeasuredReason missing(SpecialUniquesSearch search, boolean nobodyScores) {
            if (sample.drawnAtRandom().isFalse()) {
                return NotMeasuredReason.NOT_A_RANDOM_SAMPLE;
            }
            if (sample.membershipKnown().isTrue()) {
                return NotMeasuredReason.MEMBERSHIP_KNOWN;
            }
            if (sample.population() instanceof Population.Weights && table.hasPersonKey()) {
                return NotMeasuredReason.WEIGHTS_WITH_PERSON_KEY;
            }
            if (searched < names.size() - 1) {
                return NotMeasuredReason.NOT_SEARCHED_TO_THE_END;
            }
            if (!search.hasCountedSizes()) {
                return NotMeasuredReason.NOT_ENOUGH_MEMORY;
            }
            return nobodyScores ? NotMeasuredReason.NO_MINIMAL_UNIQUE : null;
        }

        private List<String> names(long subset) {
            return IntStream.range(0, names.size())
                    .filter(i -> (subset >>> i & 1) == 1)
                    .mapToObj(names::get)
                    .toList();
        }

        private List<QuasiIdentifierMeasures> quasiIdentifiers(Subsets subsets) {
            List<QuasiIdentifierMeasures> alone = QuasiIdentifierMeasures.of(table);
            long passes = (long) names.size() * Subsets.depthOfLeavingOut(names.size());
            if (passes * SubsetLimits.stepsOfOne(table) > SubsetLimits.DEFAULT_STEPS) {
                notMeasured.add(new NotMeasured(QUASI_IDENTIFIERS, NotMeasuredReason.TOO_MUCH_WORK));
                return alone;
            }
            GroupMeasures with = GroupMeasures.of(table, minimum);
            QuasiIdentifierMeasures[] adding = alone.toArray(QuasiIdentifierMeasures[]::new);
            subsets.forEachLeftOut(
                    (groups, i) -> adding[i] = alone.get(i).adding(with, GroupMeasures.of(groups, minimum)));
            return List.of(adding);
        }

        private SubsetMeasures nothing(NotMeasuredReason reason) {
            return new SubsetMeasures(
                    QuasiIdentifierMeasures.of(table),
                    List.of(),
                    null,
                    Stream.of(QUASI_IDENTIFIERS, COMBINATIONS, SPECIAL_UNIQUES)
                            .map(member -> new NotMeasured(member, reason))
                            .toList());
        }
    }
}
