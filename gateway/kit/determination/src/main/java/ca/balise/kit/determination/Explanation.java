package ca.balise.kit.determination;

import ca.balise.kit.determination.DeterminationPage.Cell;
import ca.balise.kit.determination.DeterminationPage.Look;
import ca.balise.kit.determination.DeterminationPage.Named;
import ca.balise.kit.determination.DeterminationPage.OpenPoint;
import ca.balise.kit.determination.DeterminationPage.Row;
import ca.balise.kit.determination.DeterminationPage.Said;
import ca.balise.kit.determination.DeterminationPage.Table;
import ca.balise.kit.determination.DeterminationPage.Visit;
import ca.balise.kit.determination.DeterminationPage.WhatIf;
import ca.balise.kit.reasoning.Change;
import ca.balise.kit.reasoning.Determination;
import ca.balise.kit.reasoning.Fact;
import ca.balise.kit.reasoning.Reason;
import ca.balise.kit.reasoning.Source;
import ca.balise.kit.reasoning.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a page says of a determination. What any determination has is taken from it; a service adds the results that are its own. No text
 * of the caller's is on it, unless a service adds it.
 *
 * @param <S> the status
 */
public final class Explanation<S> {

    private final Determination<?, S> determination;
    private final List<Change<S>> changes;
    private final Instant decidedAt;
    private final String inputHash;
    private final Wording words;
    private final List<String> codes = new ArrayList<>();
    private final List<Named> results = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();

    /**
     * Begins.
     *
     * @param determination what is explained; its first reason is that of its conclusion
     * @param changes what would alter it
     * @param decidedAt when it was asked
     * @param inputHash keyed hash of the case
     * @param words the words of the determination, in the language of the page
     */
    public Explanation(
            Determination<?, S> determination,
            List<Change<S>> changes,
            Instant decidedAt,
            String inputHash,
            Wording words) {
        this.determination = determination;
        this.changes = changes;
        this.decidedAt = decidedAt;
        this.inputHash = inputHash;
        this.words = words;
        codes.add(determination.status().toString());
    }

    /** Shows another code beside the status. */
    public Explanation<S> code(Object code) {
        codes.add(code.toString());
        return this;
    }

    /** Adds a result by its name ({@code result.*}). */
    public Explanation<S> result(String name, String value) {
        results.add(new Named(words.of("result", name), value));
        return this;
    }

    /**
     * Adds rows under a heading ({@code table.*}).
     *
     * @param name of the table: its heading, and before {@code .1}, {@code .2}, … the heads of its columns
     * @param rows the rows, each with the name of the row first
     */
    public Explanation<S> table(String name, List<List<List<String>>> rows) {
        if (rows.isEmpty()) {
            return this;
        }
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= rows.getFirst().size(); i++) {
            columns.add(words.of("table", name + "." + i));
        }
        tables.add(new Table(
                name,
                words.of("table", name),
                columns,
                rows.stream()
                        .map(row -> new Row(
                                String.join(", ", row.getFirst()),
                                row.stream().skip(1).map(Cell::new).toList()))
                        .toList()));
        return this;
    }

    DeterminationPage page(String style) {
        List<Reason> reasons = determination.reasons();
        List<Reason> rest = reasons.subList(1, reasons.size());
        return new DeterminationPage(
                words.language().tag(),
                style,
                words.of("page", "service"),
                words.of("page", "instrument"),
                words.of("page", "about"),
                determination.asOf().toString(),
                words.of("status", determination.status()),
                List.copyOf(codes),
                said(reasons.getFirst()),
                List.copyOf(results),
                List.copyOf(tables),
                said(rest.stream()
                        .filter(reason -> determination.duties().contains(reason.code()))
                        .toList()),
                said(rest.stream()
                        .filter(reason -> !determination.duties().contains(reason.code())
                                && !determination.warnings().contains(reason.code()))
                        .toList()),
                said(rest.stream()
                        .filter(reason -> determination.warnings().contains(reason.code()))
                        .toList()),
                determination.missing().stream()
                        .map(fact -> new Named(words.of(fact), fact.path()))
                        .toList(),
                changes.stream()
                        .map(change -> new WhatIf(names(change.facts()), words.of("status", change.status())))
                        .toList(),
                determination.doubts().stream()
                        .map(doubt -> new OpenPoint(
                                doubt.ambiguity().id(),
                                words.language().of(doubt.ambiguity().readingAdopted()),
                                words.language().of(doubt.ambiguity().otherReading()),
                                words.of("status", doubt.statusUnderOtherReading()),
                                words.language().of(doubt.ambiguity().rationale())))
                        .toList(),
                visits(),
                decidedAt.toString(),
                determination.rulesetVersion(),
                inputHash);
    }

    private List<String> names(List<Fact<?>> facts) {
        return facts.stream().map(words::of).toList();
    }

    /** Several in a row that rest on the same words have them once, after the last. */
    private List<Said> said(List<Reason> reasons) {
        List<Said> said = new ArrayList<>();
        for (int i = 0; i < reasons.size(); i++) {
            Said one = said(reasons.get(i));
            boolean repeated = i + 1 < reasons.size()
                    && reasons.get(i).source().equals(reasons.get(i + 1).source());
            said.add(repeated ? one.withoutWords() : one);
        }
        return said;
    }

    private Said said(Reason reason) {
        return Said.of(
                reason.code(),
                words.of("force", reason.force()),
                words.language().of(reason.message()),
                reason.source(),
                rationale(reason.source()),
                List.of());
    }

    private String rationale(Source source) {
        return source instanceof Source.OwnRule own ? words.language().of(own.rationale()) : "";
    }

    /** The steps under the question of the rule to which they belong: {@code R6.3.1} belongs to {@code R6}. */
    private List<Visit> visits() {
        List<Visit> visits = new ArrayList<>();
        String open = "";
        List<Step> trace = determination.trace();
        for (int i = 0; i < trace.size(); i++) {
            Step step = trace.get(i);
            String rule = step.rule().replaceFirst("\\..*", "");
            if (!rule.equals(open)) {
                visits.add(new Visit(words.of("question", rule), new ArrayList<>()));
                open = rule;
            }
            visits.getLast().steps().add(said(step, "step-" + i));
        }
        return visits;
    }

    private Said said(Step step, String id) {
        return Said.of(
                id,
                words.of("answer", step.answer()),
                words.language().of(step.finding().message()),
                step.finding().source(),
                rationale(step.finding().source()),
                step.facts().stream()
                        .map(look -> new Look(words.of(look.fact()), words.valueOf(look), words.provenanceOf(look)))
                        .toList());
    }
}
