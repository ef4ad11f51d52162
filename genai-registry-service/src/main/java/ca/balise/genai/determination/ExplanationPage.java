package ca.balise.genai.determination;

import ca.balise.kit.reasoning.Source;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A determination as a page to read and to print, every text in one language.
 *
 * @param lang {@code en} or {@code fr}
 * @param style the style sheet, which the content policy names by its hash
 * @param asOf the day judged
 * @param status how the use stands, in words
 * @param statusCode the status
 * @param reasonCode the reason
 * @param permitted for an individual use, what is known of the body's permission; else {@code null}
 * @param conclusion why
 * @param duties what must or should be done
 * @param warnings what to beware of
 * @param claims the exceptions claimed
 * @param missing the facts missing
 * @param changes what would change the result
 * @param doubts what the text leaves open
 * @param visits the rules, in order
 * @param decidedAt when it was asked
 * @param ruleset version of the rules
 * @param inputHash keyed hash of the case
 */
record ExplanationPage(
        String lang,
        String style,
        String asOf,
        String status,
        String statusCode,
        String reasonCode,
        @Nullable String permitted,
        Said conclusion,
        List<Said> duties,
        List<Said> warnings,
        List<Claim> claims,
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
     * @param quote its words, marked where they are cut from a sentence
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
                            marked(citation.quote()),
                            null,
                            looks);
                case Source.OwnRule _ -> new Said(id, label, message, null, null, null, rationale, looks);
            };
        }

        /** The words quoted, with a mark where they do not begin or end a sentence of the text, unless they are a heading of it. */
        private static String marked(String quote) {
            boolean cutBefore = Character.isLowerCase(quote.charAt(0));
            boolean cutAfter = Character.isLetterOrDigit(quote.charAt(quote.length() - 1))
                    && !quote.equals(quote.toUpperCase(Locale.CANADA_FRENCH));
            return (cutBefore ? "[…] " : "") + quote + (cutAfter ? " […]" : "");
        }

        Said withoutWords() {
            return new Said(id, label, message, null, null, null, null, looks);
        }
    }

    /** A fact as a rule saw it. */
    record Look(String label, String value, String provenance) {}

    /** A fact by its name and its path. */
    record Named(String label, String path) {}

    /** An exception claimed, and what it lacks. */
    record Claim(String name, String state, List<String> lacks) {}

    /** Facts, and each status that they could lead to. */
    record WhatIf(List<String> facts, List<String> statuses) {}

    /** A point of the text, with both readings. */
    record OpenPoint(String id, String adopted, String other, String status, String why) {}

    /** A rule that was visited, with the steps it took. */
    record Visit(String question, List<Said> steps) {}
}
