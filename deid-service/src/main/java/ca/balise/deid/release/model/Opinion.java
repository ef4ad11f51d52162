package ca.balise.deid.release.model;

import ca.balise.kit.reasoning.Reason;
import java.util.List;

/**
 * The verdict with its grounds.
 *
 * @param verdict the answer
 * @param findings every rule that spoke, strongest effect first
 * @param warnings what a reader should know that does not change the verdict
 */
public record Opinion(Verdict verdict, List<Finding> findings, List<Reason> warnings) {

    /** Dotted paths of every fact whose absence weighed, in the order of the findings. */
    public List<String> missing() {
        return findings.stream()
                .flatMap(finding -> finding.missing().stream())
                .distinct()
                .toList();
    }
}
