package ca.balise.acceptance.conformance;

import ca.balise.acceptance.conformance.Outcome.Failed;
import ca.balise.acceptance.conformance.Outcome.NotApplicable;
import ca.balise.acceptance.conformance.Outcome.Passed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every operation by every check, for each place. */
final class ConformanceTable {

    /** The row of a table: an operation at a place. */
    record Row(String place, ApiOperation operation) {}

    /** One cell with what it is of. */
    record Cell(Row row, Check check, Outcome outcome) {

        boolean isFailed() {
            return outcome instanceof Failed;
        }

        @Override
        public String toString() {
            return row.operation() + " | " + check.title() + " | " + row.place();
        }
    }

    private final Map<Row, Map<Check, Outcome>> rows = new LinkedHashMap<>();
    private final Map<Check, Long> nanoseconds = new EnumMap<>(Check.class);

    synchronized void put(Row row, Check check, Outcome outcome, long took) {
        rows.computeIfAbsent(row, _ -> new EnumMap<>(Check.class)).put(check, outcome);
        nanoseconds.merge(check, took, Long::sum);
    }

    synchronized List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        rows.forEach((row, outcomes) -> outcomes.forEach((check, outcome) -> cells.add(new Cell(row, check, outcome))));
        return cells;
    }

    private List<String> places() {
        return rows.keySet().stream().map(Row::place).distinct().sorted().toList();
    }

    private List<Check> checks(String place) {
        return Stream.of(Check.values())
                .filter(check -> rows.entrySet().stream()
                        .anyMatch(row -> row.getKey().place().equals(place)
                                && row.getValue().containsKey(check)))
                .toList();
    }

    /** Writes {@code conformance.md} and {@code conformance.html} into a folder. */
    synchronized void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("conformance.md"), markdown());
        Files.writeString(folder.resolve("conformance.html"), html());
    }

    private String summary() {
        List<Cell> cells = cells();
        long failed = cells.stream().filter(Cell::isFailed).count();
        long passed =
                cells.stream().filter(cell -> cell.outcome() instanceof Passed).count();
        return rows.keySet().stream().map(Row::operation).distinct().count() + " operations, " + cells.size()
                + " cells: " + passed + " passed, " + failed + " failed, " + (cells.size() - passed - failed)
                + " not applicable";
    }

    private static String symbol(Outcome outcome) {
        return switch (outcome) {
            case Passed passed -> passed.note().isEmpty() ? "✓" : "✓*";
            case Failed _ -> "✗";
            case NotApplicable _ -> "–";
        };
    }

    private static String said(Outcome outcome) {
        return switch (outcome) {
            case Passed passed -> passed.note();
            case Failed failed -> failed.reason();
            case NotApplicable not -> not.why();
        };
    }

    private String markdown() {
        var text = new StringBuilder("# Conformance\n\n" + summary()
                + ".\n\n✓ passed, ✓* passed with a note, ✗ failed, – not applicable; the reasons follow each table.\n");
        for (String place : places()) {
            text.append("\n## ").append(place).append("\n\n| operation |");
            checks(place)
                    .forEach(check -> text.append(' ').append(check.title()).append(" |"));
            text.append("\n|---|").append("---|".repeat(checks(place).size())).append('\n');
            rows.forEach((row, outcomes) -> {
                if (row.place().equals(place)) {
                    text.append("| `").append(row.operation()).append("` |");
                    checks(place)
                            .forEach(check -> text.append(' ')
                                    .append(symbol(outcomes.get(check)))
                                    .append(" |"));
                    text.append('\n');
                }
            });
            text.append('\n');
            reasons(place).forEach(line -> text.append("- ").append(line).append('\n'));
        }
        text.append("\n## Time\n\n| check | s |\n|---|---|\n");
        nanoseconds.forEach((check, took) -> text.append("| ")
                .append(check.title())
                .append(" | ")
                .append(took / 100_000_000 / 10.0)
                .append(" |\n"));
        return text.toString();
    }

    /** A line for each cell that is more than a plain ✓; those that are alike share one. */
    private List<String> reasons(String place) {
        Map<String, List<String>> alike = new LinkedHashMap<>();
        for (Cell cell : cells()) {
            if (cell.row().place().equals(place) && !said(cell.outcome()).isEmpty()) {
                alike.computeIfAbsent(
                                symbol(cell.outcome()) + " **" + cell.check().title() + "** "
                                        + said(cell.outcome()).replaceAll("\\s+", " "),
                                _ -> new ArrayList<>())
                        .add(cell.row().operation().toString());
            }
        }
        return alike.entrySet().stream()
                .map(line -> line.getKey() + ": `" + String.join("`, `", line.getValue()) + "`")
                .sorted(java.util.Comparator.comparing((String line) -> line.startsWith("✗") ? 0 : 1))
                .toList();
    }

    private String html() {
        var text = new StringBuilder("""
                <!doctype html><html lang="en"><meta charset="utf-8"><title>Conformance</title>
                <style>
                body { font: 14px system-ui, sans-serif; margin: 2rem }
                table { border-collapse: collapse } td, th { border: 1px solid #ccc; padding: .2rem .4rem; text-align: center }
                th { writing-mode: vertical-rl } th.operation, td.operation { writing-mode: initial; text-align: left }
                .passed { background: #dfd } .failed { background: #f99 } .not { color: #999 }
                </style><h1>Conformance</h1>
                """).append("<p>").append(summary()).append(".</p>\n");
        for (String place : places()) {
            text.append("<h2>").append(escaped(place)).append("</h2><table><tr><th class=\"operation\">operation</th>");
            checks(place)
                    .forEach(check ->
                            text.append("<th>").append(escaped(check.title())).append("</th>"));
            text.append("</tr>\n");
            rows.forEach((row, outcomes) -> {
                if (row.place().equals(place)) {
                    text.append("<tr><td class=\"operation\"><code>")
                            .append(escaped(row.operation().toString()))
                            .append("</code></td>");
                    checks(place).forEach(check -> cell(text, outcomes.get(check)));
                    text.append("</tr>\n");
                }
            });
            text.append("</table>\n<ul>\n");
            reasons(place)
                    .forEach(line -> text.append("<li>").append(escaped(line)).append("</li>\n"));
            text.append("</ul>\n");
        }
        return text.append("</html>\n").toString();
    }

    private static void cell(StringBuilder text, Outcome outcome) {
        String kind = switch (outcome) {
            case Passed _ -> "passed";
            case Failed _ -> "failed";
            case NotApplicable _ -> "not";
        };
        text.append("<td class=\"")
                .append(kind)
                .append("\" title=\"")
                .append(escaped(said(outcome)))
                .append("\">")
                .append(symbol(outcome))
                .append("</td>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
