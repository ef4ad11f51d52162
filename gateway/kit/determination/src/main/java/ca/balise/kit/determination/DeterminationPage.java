package ca.balise.kit.determination;

import ca.balise.kit.reasoning.Source;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A determination as a page to read and to print, every text in one language.
 *
 * @param lang {@code en} or {@code fr}
 * @param style the style sheet, which the content policy names by its hash
 * @param service what serves it
 * @param instrument the text that is applied
 * @param about what is to be known of the texts on the page
 * @param asOf the day judged
 * @param status the result, in words
 * @param codes the codes of the result
 * @param conclusion why
 * @param results what else it says, each with its name
 * @param tables what else it says, in rows
 * @param duties what must or should be done
 * @param remarks what else is said, beside duties and warnings
 * @param warnings what to beware of
 * @param missing the facts missing
 * @param changes what would change the result
 * @param doubts what the text leaves open
 * @param visits the rules, in order
 * @param decidedAt when it was asked
 * @param ruleset version of the rules
 * @param inputHash keyed hash of the case
 */
record DeterminationPage(
        String lang,
        String style,
        String service,
        String instrument,
        String about,
        String asOf,
        String status,
        List<String> codes,
        Said conclusion,
        List<Named> results,
        List<Table> tables,
        List<Said> duties,
        List<Said> remarks,
        List<Said> warnings,
        List<Named> missing,
        List<WhatIf> changes,
        List<OpenPoint> doubts,
        List<Visit> visits,
        String decidedAt,
        String ruleset,
        String inputHash)
        implements TemplateInstance {

    /**
     * Something said, with where it comes from.
     *
     * @param id unique on the page
     * @param label its force, or the answer of the rule
     * @param message what is said
     * @param instrument the text, if it is the text's
     * @param paragraph where in it
     * @param quote its words
     * @param ours why, if the rule is ours
     * @param looks the facts looked at
     */
    record Said(
            String id,
            String label,
            String message,
            @Nullable String instrument,
            @Nullable String paragraph,
            @Nullable String quote,
            @Nullable String ours,
            List<Look> looks) {

        static Said of(String id, String label, String message, Source source, String rationale, List<Look> looks) {
            return switch (source) {
                case Source.Citation citation ->
                    new Said(
                            id,
                            label,
                            message,
                            citation.instrument(),
                            citation.paragraph(),
                            citation.quote(),
                            null,
                            looks);
                case Source.OwnRule _ -> new Said(id, label, message, null, null, null, rationale, looks);
            };
        }

        Said withoutWords() {
            return new Said(id, label, message, null, null, null, null, looks);
        }
    }

    /** A fact as a rule saw it. */
    record Look(String label, String value, String provenance) {}

    /** Something by its name, with its value or its path. */
    record Named(String label, String value) {}

    /**
     * Rows under a heading.
     *
     * @param id unique on the page
     * @param title its heading
     * @param columns the heads of its columns
     * @param rows its rows, the first cell of each naming it
     */
    record Table(String id, String title, List<String> columns, List<Row> rows) {}

    /** A row of a table. */
    record Row(String name, List<Cell> cells) {}

    /** What stands in a cell: nothing, one thing, or several. */
    record Cell(List<String> values) {}

    /** Facts, and what they could lead to. */
    record WhatIf(List<String> facts, String status) {}

    /** A point of the text, with both readings. */
    record OpenPoint(String id, String adopted, String other, String status, String why) {}

    /** A rule that was visited, with the steps it took. */
    record Visit(String question, List<Said> steps) {}
}
