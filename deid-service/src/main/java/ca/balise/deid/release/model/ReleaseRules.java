package ca.balise.deid.release.model;

import ca.balise.deid.threshold.model.MinimumCellSize;
import ca.balise.deid.threshold.model.MinimumCellSize.Basis;
import ca.balise.deid.threshold.model.MinimumCellSizes;
import ca.balise.deid.threshold.model.Sensitivity;
import ca.balise.kit.reasoning.Reason;
import ca.balise.kit.reasoning.RuleBook;
import ca.balise.kit.reasoning.Truth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The rules of the verdict (PIN-2020-03 §4: « aucune possibilité sérieuse d’identifier les personnes concernées »). A size is
 * evidence, not the test: small cells always fail, large ones are not enough. A definite failure wins over an unknown; an unknown
 * wins over everything that speaks for release.
 */
public final class ReleaseRules {

    private final RuleBook book;
    private final MinimumCellSizes minimums;
    private final int manyVariables;
    private final IdentifierFindings.Shares shares;

    public ReleaseRules(RuleBook book) {
        this.book = book;
        this.minimums = MinimumCellSizes.of(book);
        this.manyVariables = book.parameter("MANY_VARIABLES").intValue();
        this.shares = new IdentifierFindings.Shares(
                book.parameter("LOOKS_DIRECT_SHARE").value().doubleValue(),
                book.parameter("NEARLY_UNIQUE_SHARE").value().doubleValue());
    }

    /** The shares from which a column is taken for an identifier. */
    public IdentifierFindings.Shares shares() {
        return shares;
    }

    public Opinion judge(Evidence evidence, Circumstances circumstances, MinimumCellSize minimum) {
        List<Finding> findings = new ArrayList<>();
        judgeCells(evidence, minimum, findings);
        judgePersons(evidence, findings);
        judgeMinimum(circumstances, minimum, findings);
        judgeIdentifiers(evidence.identifiers(), findings);
        judgeSensitiveAttributes(evidence, findings);
        judgeExternalSources(circumstances, findings);
        judgeDisclosure(circumstances, findings);
        for (String always : List.of("PERSON_DECIDES", "RESIDUAL_RISK_REMAINS", "OTHER_RESTRICTIONS_APPLY")) {
            findings.add(new Finding(Effect.REMINDER, reason(always)));
        }
        // Stable: within one effect, the order above.
        findings.sort(Comparator.comparing(Finding::effect));
        return new Opinion(verdict(findings), List.copyOf(findings), warnings(evidence, circumstances));
    }

    private static Verdict verdict(List<Finding> strongestFirst) {
        return switch (strongestFirst.getFirst().effect()) {
            case FAILS -> Verdict.NOT_RELEASABLE;
            case UNKNOWN -> Verdict.INDETERMINATE;
            case CONDITION -> Verdict.RELEASABLE_WITH_CONDITIONS;
            case SUPPORTS, REMINDER -> Verdict.RELEASABLE;
        };
    }

    private void judgeCells(Evidence evidence, MinimumCellSize minimum, List<Finding> findings) {
        if (evidence.cells() == 0) {
            findings.add(new Finding(Effect.UNKNOWN, reason("NOTHING_MEASURED"), List.of("data")));
        } else if (evidence.cellsBelowMinimum() > 0 && evidence.sample().reaches(minimum.persons())) {
            findings.add(new Finding(
                    Effect.CONDITION,
                    reason("POPULATION_MINIMUM_REACHED", minimum.persons(), evidence.cellsBelowMinimum())));
        } else if (evidence.cellsBelowMinimum() > 0) {
            findings.add(new Finding(
                    Effect.FAILS,
                    reason(
                            "CELLS_BELOW_MINIMUM",
                            evidence.recordsBelowMinimum(),
                            evidence.records(),
                            minimum.persons(),
                            evidence.cellsBelowMinimum(),
                            evidence.uniqueCells())));
        } else if (evidence.personsEstablished()) {
            findings.add(new Finding(Effect.SUPPORTS, reason("MINIMUM_REACHED", minimum.persons())));
        }
    }

    private void judgePersons(Evidence evidence, List<Finding> findings) {
        if (!evidence.personsEstablished()) {
            findings.add(new Finding(Effect.UNKNOWN, reason("PERSONS_NOT_ESTABLISHED"), List.of("oneRecordPerPerson")));
        }
        if (evidence.personKeyPresent()) {
            findings.add(new Finding(Effect.CONDITION, reason("PERSON_KEY_STAYS_BEHIND")));
        }
    }

    private void judgeMinimum(Circumstances circumstances, MinimumCellSize minimum, List<Finding> findings) {
        if (minimum.isUndecided()) {
            findings.add(new Finding(
                    Effect.UNKNOWN,
                    reason("MINIMUM_LEFT_OPEN", minimum.persons()),
                    List.of("minimumCellSize", "context.sensitivity")));
            return;
        }
        int goodPractice = goodPractice(circumstances, minimum);
        if (minimum.persons() >= goodPractice) {
            return;
        }
        if (circumstances.sensitivity() == null) {
            findings.add(new Finding(
                    Effect.UNKNOWN,
                    reason("SENSITIVITY_UNKNOWN", minimum.persons(), goodPractice),
                    List.of("context.sensitivity")));
            return;
        }
        if (!circumstances.minimumJustified() && minimum.basis() != Basis.FACTORS) {
            findings.add(new Finding(
                    Effect.UNKNOWN,
                    reason("SMALLER_MINIMUM_NOT_JUSTIFIED", minimum.persons(), goodPractice),
                    List.of("minimumCellSizeJustification")));
        } else if (circumstances.disclosure() == null) {
            findings.add(new Finding(
                    Effect.UNKNOWN,
                    reason("SMALLER_MINIMUM_RECIPIENT_UNKNOWN", minimum.persons(), goodPractice),
                    List.of("context.disclosure")));
        } else if (circumstances.disclosure().isControlled()) {
            findings.add(new Finding(
                    Effect.CONDITION, reason("SMALLER_MINIMUM_UNDER_AGREEMENT", minimum.persons(), goodPractice)));
        } else if (minimum.persons() >= minimums.lessSensitive()) {
            findings.add(new Finding(
                    Effect.CONDITION, reason("SMALLER_MINIMUM_JUSTIFIED", minimum.persons(), goodPractice)));
        } else {
            findings.add(new Finding(
                    Effect.FAILS,
                    reason("SMALLER_MINIMUM_NOT_FOR_PUBLIC", minimum.persons(), minimums.lessSensitive())));
        }
    }

    /**
     * What a chosen size is held against: the recommendation. One that was recommended under governed access is held against the
     * anchor of public data, so that the conditions of the smaller size are said.
     */
    private int goodPractice(Circumstances circumstances, MinimumCellSize minimum) {
        int anchor = minimums.anchor(circumstances.sensitivity());
        return minimum.basis() == Basis.FACTORS ? anchor : Math.max(anchor, circumstances.recommendedMinimum());
    }

    private void judgeIdentifiers(IdentifierFindings found, List<Finding> findings) {
        addIfAny(found.declared(), Effect.FAILS, "DIRECT_IDENTIFIER_DECLARED", findings);
        addIfAny(found.looksDirect(), Effect.FAILS, "DIRECT_IDENTIFIER_FOUND", findings);
        addIfAny(found.maybeDirect(), Effect.UNKNOWN, "DIRECT_IDENTIFIER_SUSPECTED", findings);
        addIfAny(found.indirectWithoutRole(), Effect.UNKNOWN, "INDIRECT_IDENTIFIER_WITHOUT_ROLE", findings);
        addIfAny(found.partlyExamined(), Effect.UNKNOWN, "COLUMN_NOT_FULLY_EXAMINED", findings);
        addIfAny(found.cleared(), Effect.SUPPORTS, "COLUMN_CLEARED", findings);
    }

    /** An unknown about a column is settled by a person who looks at it and says so. */
    private void addIfAny(List<String> columns, Effect effect, String code, List<Finding> findings) {
        if (!columns.isEmpty()) {
            List<String> missing = effect == Effect.UNKNOWN
                    ? columns.stream()
                            .map(column -> "variables[name=" + column + "].notIdentifying")
                            .toList()
                    : List.of();
            findings.add(new Finding(effect, reason(code, list(columns)), missing));
        }
    }

    private void judgeSensitiveAttributes(Evidence evidence, List<Finding> findings) {
        if (!evidence.homogeneous().isEmpty()) {
            findings.add(new Finding(Effect.FAILS, reason("HOMOGENEOUS_CELL", list(evidence.homogeneous()))));
        }
        if (!evidence.maybeHomogeneous().isEmpty()) {
            findings.add(new Finding(
                    Effect.UNKNOWN,
                    reason("HOMOGENEITY_UNKNOWN", list(evidence.maybeHomogeneous())),
                    List.of("data, one record for each person")));
        }
    }

    private void judgeExternalSources(Circumstances circumstances, List<Finding> findings) {
        List<ExternalSourceKind> linkable = kinds(circumstances, Truth.TRUE);
        List<ExternalSourceKind> unassessed = kinds(circumstances, Truth.UNKNOWN);
        for (ExternalSourceKind kind : linkable) {
            findings.add(new Finding(Effect.FAILS, reason("LINKABLE_" + kind)));
        }
        for (ExternalSourceKind kind : unassessed) {
            findings.add(new Finding(
                    Effect.UNKNOWN,
                    reason("UNASSESSED_" + kind),
                    List.of("context.externalSources[kind=" + kind + "].linkable")));
        }
        if (linkable.isEmpty() && unassessed.isEmpty()) {
            findings.add(new Finding(Effect.SUPPORTS, reason("EXTERNAL_SOURCES_ASSESSED")));
        }
    }

    private static List<ExternalSourceKind> kinds(Circumstances circumstances, Truth linkable) {
        return Arrays.stream(ExternalSourceKind.values())
                .filter(kind -> circumstances.linkable(kind) == linkable)
                .toList();
    }

    private void judgeDisclosure(Circumstances circumstances, List<Finding> findings) {
        if (circumstances.disclosure() == null) {
            findings.add(new Finding(Effect.UNKNOWN, reason("DISCLOSURE_UNKNOWN"), List.of("context.disclosure")));
        } else if (circumstances.disclosure() == Disclosure.ACCESS_REQUEST) {
            findings.add(new Finding(Effect.UNKNOWN, reason("ACCESS_REQUEST_REDACTION_ONLY")));
        }
    }

    private List<Reason> warnings(Evidence evidence, Circumstances circumstances) {
        List<Reason> warnings = new ArrayList<>();
        boolean manyVariables = evidence.quasiIdentifiers() >= this.manyVariables;
        // What is not known to be less sensitive may be more.
        boolean sensitive = circumstances.sensitivity() != Sensitivity.LESS_SENSITIVE;
        if (manyVariables) {
            warnings.add(reason("MANY_VARIABLES", evidence.quasiIdentifiers()));
        }
        if (circumstances.sensitivity() == Sensitivity.MORE_SENSITIVE) {
            warnings.add(reason("SENSITIVE_SUBJECT"));
        }
        if (manyVariables || sensitive) {
            warnings.add(reason("STATISTICAL_ADVICE"));
        }
        if (!evidence.identifiers().nearlyUnique().isEmpty()) {
            warnings.add(
                    reason("NEARLY_UNIQUE_COLUMN", list(evidence.identifiers().nearlyUnique())));
        }
        if (evidence.recordsUniqueOnFew() > 0) {
            warnings.add(reason("UNIQUE_ON_FEW_VARIABLES", evidence.recordsUniqueOnFew()));
        }
        if (evidence.sample().estimated()) {
            warnings.add(reason("POPULATION_ESTIMATED"));
            if (!evidence.sample().statedSound()) {
                warnings.add(reason("SAMPLE_DESIGN_NOT_STATED"));
            }
        }
        if (evidence.suppressedRecords() > 0) {
            warnings.add(reason("SUPPRESSED_RECORDS", evidence.suppressedRecords()));
        }
        return List.copyOf(warnings);
    }

    private Reason reason(String code, Object... figures) {
        return book.rule(code).reason(figures);
    }

    private static String list(List<String> names) {
        return String.join(", ", names);
    }
}
