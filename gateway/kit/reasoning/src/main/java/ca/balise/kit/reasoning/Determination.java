package ca.balise.kit.reasoning;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the rules say of a case as of a day, with everything it rests on.
 *
 * @param conclusion the conclusion
 * @param status the one word of it that ambiguities and missing facts may alter
 * @param trace every rule visited, in order
 * @param doubts the ambiguities of the text that mattered
 * @param missing the facts that are unknown, or not as they would have to be
 * @param reasons why, with the duties, recommendations and warnings that arise
 * @param duties codes of the duties and recommendations; each is among the reasons
 * @param warnings codes of what to beware of; each is among the reasons
 * @param facts the case
 * @param readings how the text was read
 * @param asOf the day judged
 * @param rulesetVersion the version of the rules
 * @param <C> the conclusion
 * @param <S> the status
 */
public record Determination<C, S>(
        C conclusion,
        S status,
        List<Step> trace,
        List<Doubt<S>> doubts,
        List<Fact<?>> missing,
        List<Reason> reasons,
        List<String> duties,
        List<String> warnings,
        Facts facts,
        Readings readings,
        LocalDate asOf,
        String rulesetVersion) {

    /** The words relied on, each once, in the order in which they were first relied on. */
    public List<Source.Citation> citations() {
        Set<Source.Citation> citations = new LinkedHashSet<>();
        Stream.concat(
                        trace.stream().map(step -> step.finding().source()),
                        reasons.stream().map(Reason::source))
                .forEach(source -> {
                    if (source instanceof Source.Citation citation) {
                        citations.add(citation);
                    }
                });
        doubts.forEach(doubt -> citations.addAll(doubt.ambiguity().citations()));
        return List.copyOf(citations);
    }
}
