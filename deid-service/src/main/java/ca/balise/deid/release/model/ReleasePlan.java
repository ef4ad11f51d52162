package ca.balise.deid.release.model;

import ca.balise.deid.cells.model.CellTable;
import ca.balise.deid.cells.model.Helpers;
import ca.balise.deid.release.model.PlanStep.Action;
import ca.balise.deid.threshold.model.MinimumCellSize;
import ca.balise.kit.reasoning.Reason;
import ca.balise.kit.reasoning.RuleBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What would have to change (PIN-2020-03 §5.1.4): ranked steps, those to the data first, each with the score it would lead to. The
 * steps together are not a promise of release: the changed data are to be scored again, and a person decides.
 */
public final class ReleasePlan {

    private static final Set<String> BY_REMOVING = Set.of("DIRECT_IDENTIFIER_DECLARED", "DIRECT_IDENTIFIER_FOUND");
    private static final Set<String> BY_RECODING = Set.of("CELLS_BELOW_MINIMUM");
    private static final Set<String> BY_WITHHOLDING = Set.of("HOMOGENEOUS_CELL");

    private final RuleBook book;
    private final Helpers helpers;

    /** @param helpers threads that may help to find it */
    public ReleasePlan(RuleBook book, Helpers helpers) {
        this.book = book;
        this.helpers = helpers;
    }

    /**
     * The plan for a case; empty where nothing speaks against release.
     *
     * @param table the cells that were judged
     * @param minimum the minimum they were judged by
     * @param evidence what was measured
     * @param opinion the verdict with its findings
     */
    public List<PlanStep> of(CellTable table, MinimumCellSize minimum, Evidence evidence, Opinion opinion) {
        List<PlanStep> steps = new ArrayList<>();
        List<String> removed = Stream.concat(
                        evidence.identifiers().declared().stream(), evidence.identifiers().looksDirect().stream())
                .distinct()
                .toList();
        add(steps, Action.REMOVE_IDENTIFIERS, removed, speaking(opinion, BY_REMOVING), "PLAN_REMOVE_IDENTIFIERS", null);
        List<String> small = speaking(opinion, BY_RECODING);
        if (!small.isEmpty()) {
            for (RecodingOption option : RecodingSearch.options(table, minimum.persons(), helpers)) {
                List<String> variables = option.recodings().stream()
                        .map(RecodingOption.Recoding::variable)
                        .toList();
                add(steps, Action.RECODE, variables, small, code(option), option);
            }
        }
        add(
                steps,
                Action.WITHHOLD_SENSITIVE,
                evidence.homogeneous(),
                speaking(opinion, BY_WITHHOLDING),
                "PLAN_WITHHOLD_SENSITIVE",
                null);
        List<String> unknown = opinion.findings().stream()
                .filter(finding -> !finding.missing().isEmpty())
                .map(finding -> finding.reason().code())
                .toList();
        add(steps, Action.STATE_FACTS, opinion.missing(), unknown, "PLAN_STATE_FACTS", null);
        return List.copyOf(steps);
    }

    private static String code(RecodingOption option) {
        if (option.recodings().isEmpty()) {
            return "PLAN_SUPPRESS_SMALL_CELLS";
        }
        return option.recordsSuppressed() == 0 ? "PLAN_GENERALISE" : "PLAN_GENERALISE_AND_SUPPRESS";
    }

    private static List<String> speaking(Opinion opinion, Set<String> codes) {
        return opinion.findings().stream()
                .filter(finding -> finding.effect() == Effect.FAILS)
                .map(finding -> finding.reason().code())
                .filter(codes::contains)
                .toList();
    }

    private void add(
            List<PlanStep> steps,
            Action action,
            List<String> variables,
            List<String> settles,
            String code,
            @Nullable RecodingOption predicted) {
        if (settles.isEmpty()) {
            return;
        }
        long suppressed = predicted == null ? 0 : predicted.recordsSuppressed();
        double kept = predicted == null ? 1 : predicted.informationKept();
        Reason reason = book.rule(code).reason(String.join(", ", variables), suppressed, kept);
        steps.add(new PlanStep(steps.size() + 1, action, variables, settles, reason, predicted));
    }
}
