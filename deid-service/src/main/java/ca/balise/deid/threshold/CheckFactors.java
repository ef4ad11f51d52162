package ca.balise.deid.threshold;

import ca.balise.deid.threshold.model.Factors;
import ca.balise.deid.threshold.model.Factors.Access;
import ca.balise.deid.threshold.model.MinimumCellSizes;
import ca.balise.kit.http.problem.Members;
import ca.balise.kit.reasoning.RuleBook;
import ca.balise.kit.reasoning.Truth;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Use case: make sure of the factors a caller states. */
@ApplicationScoped
public class CheckFactors {

    /** Older than any record about a living person; more is a slip of the keys. */
    private static final int OLDEST = 200;

    /** Larger than any size in use; more would make every cell small. */
    private static final int LARGEST = 1_000_000;

    private final int floor;

    CheckFactors(RuleBook rules) {
        this.floor = MinimumCellSizes.of(rules).floor();
    }

    /**
     * The factors as the adviser weighs them. Faults are told to {@code members}, whose bundles need not know them.
     *
     * @param at pointer of the object that holds them, for example {@code /context}; empty where it is the whole
     */
    public Factors check(StatedFactors stated, String at, Members members) {
        members.within(at + "/dataAgeYears", stated.dataAgeYears(), 0, OLDEST);
        members.within(at + "/seriesMinimumCellSize", stated.seriesMinimumCellSize(), floor, LARGEST);
        return new Factors(
                stated.sensitivity(),
                stated.possibleHarm(),
                Truth.of(stated.vulnerableGroups()),
                stated.granularity(),
                stated.dataAgeYears(),
                Truth.of(stated.confidentialityExpected()),
                stated.coverage(),
                stated.collection(),
                access(stated),
                Truth.of(stated.routineRelease()),
                stated.seriesMinimumCellSize(),
                Truth.of(stated.publicInformation()));
    }

    private static @Nullable Access access(StatedFactors stated) {
        return switch (stated.access()) {
            case null -> null;
            case PUBLIC -> Access.PUBLIC;
            case GOVERNED ->
                new Access(
                        true,
                        Truth.of(stated.legalAuthority()),
                        Truth.of(stated.trustedRecipient()).or(Truth.of(stated.agreement())),
                        Truth.of(stated.otherMeasuresRecorded()));
        };
    }
}
