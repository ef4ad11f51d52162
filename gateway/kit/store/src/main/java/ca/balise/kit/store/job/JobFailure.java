package ca.balise.kit.store.job;

import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.problem.ProblemType;
import ca.balise.kit.reasoning.BilingualText;

/**
 * Why a job failed: the problem that the same work would have been answered with, had somebody waited for it.
 *
 * @param code the code of a catalogue
 * @param title what kind of problem it is
 * @param detail what happened and what to do; never a value of the data
 */
public record JobFailure(String code, BilingualText title, BilingualText detail) {

    static JobFailure of(ProblemException problem) {
        return new JobFailure(problem.type().name(), problem.type().title(), problem.detail());
    }

    static JobFailure of(ProblemType type) {
        return new JobFailure(type.name(), type.title(), type.detail());
    }
}
