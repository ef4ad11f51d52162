package ca.balise.deid.release.model;

import ca.balise.kit.reasoning.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that would have to change before the information could be released.
 *
 * @param rank place in the plan, from 1; options of one kind are alternatives, the best first
 * @param action what is done
 * @param variables the columns it is done to, or the facts it supplies
 * @param settles codes of the reasons of the verdict that it would settle
 * @param reason why, and where that comes from
 * @param predicted the score it would lead to, for a change of the cells
 */
public record PlanStep(
        int rank,
        Action action,
        List<String> variables,
        List<String> settles,
        Reason reason,
        @Nullable RecodingOption predicted) {

    /** What can be done. */
    public enum Action {
        /** Remove columns, or replace them by pseudonyms. */
        REMOVE_IDENTIFIERS,
        /** Generalise and suppress until every cell reaches the minimum; one of several alternatives. */
        RECODE,
        /** Leave a sensitive column out, or group its cells further: some cell gives its value away. */
        WITHHOLD_SENSITIVE,
        /** Find out what is not known. */
        STATE_FACTS
    }
}
