package ca.balise.deid.risk.model;

import ca.balise.deid.cells.model.CellTable;
import ca.balise.deid.intake.model.CsvDialect;
import ca.balise.deid.intake.model.CsvScanner;
import ca.balise.deid.intake.model.Dataset;
import ca.balise.deid.intake.model.DatasetReader;
import ca.balise.deid.intake.model.IntakeLimits;
import ca.balise.deid.intake.model.Role;
import ca.balise.deid.intake.model.Variable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Records as a test writes them, each a list of values in the order of the variables; and the plain ways to regroup them that the measures
 * are compared with.
 */
record Rows(List<Variable> variables, @Nullable String weight, List<List<String>> values) {

    /** Quasi-identifiers a, b, c, d; sensitive x of few values and y of numbers; a person key id if asked for. */
    static Rows random(long seed, int records, boolean withPersonKey) {
        SplittableRandom random = new SplittableRandom(seed);
        List<List<String>> values = new ArrayList<>();
        for (int i = 0; i < records; i++) {
            values.add(List.of(
                    value(random, 6),
                    value(random, 2),
                    value(random, 9),
                    value(random, 4),
                    value(random, 3),
                    String.valueOf(random.nextInt(1, 20) * random.nextInt(1, 20)),
                    "p" + random.nextInt(1 + records / 2)));
        }
        List<Variable> variables = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "d")) {
            variables.add(new Variable(name, Role.QUASI_IDENTIFIER));
        }
        variables.add(new Variable("x", Role.SENSITIVE));
        variables.add(new Variable("y", Role.SENSITIVE));
        variables.add(new Variable("id", withPersonKey ? Role.PERSON_KEY : Role.OTHER));
        return new Rows(variables, null, values);
    }

    private static String value(SplittableRandom random, int bound) {
        int value = Math.min(random.nextInt(bound), random.nextInt(bound));
        return value == 0 ? "" : "v" + value;
    }

    /** A line a record, values separated by blanks; the names of quasi-identifiers, then one sensitive variable or none. */
    static Rows of(List<String> quasiIdentifiers, @Nullable String sensitive, String lines) {
        List<Variable> variables = new ArrayList<>(quasiIdentifiers.stream()
                .map(name -> new Variable(name, Role.QUASI_IDENTIFIER))
                .toList());
        if (sensitive != null) {
            variables.add(new Variable(sensitive, Role.SENSITIVE));
        }
        return new Rows(
                variables,
                null,
                lines.strip()
                        .lines()
                        .map(line -> List.of(line.strip().split(" +")))
                        .toList());
    }

    Rows shuffled(long seed) {
        List<List<String>> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, new Random(seed));
        return new Rows(variables, weight, shuffled);
    }

    /** With these quasi-identifiers alone; the others are of no role. */
    Rows over(List<String> quasiIdentifiers) {
        return new Rows(
                variables.stream()
                        .map(variable ->
                                variable.role() == Role.QUASI_IDENTIFIER && !quasiIdentifiers.contains(variable.name())
                                        ? new Variable(variable.name(), Role.OTHER)
                                        : variable)
                        .toList(),
                weight,
                values);
    }

    /** With this variable sensitive, whatever it was. */
    Rows withSensitive(String name) {
        return new Rows(
                variables.stream()
                        .map(variable -> variable.name().equals(name) ? new Variable(name, Role.SENSITIVE) : variable)
                        .toList(),
                weight,
                values);
    }

    Dataset dataset() {
        StringBuilder csv = new StringBuilder();
        csv.append(String.join(",", variables.stream().map(Variable::name).toList()))
                .append('\n');
        values.forEach(row -> csv.append(String.join(",", row)).append('\n'));
        DatasetReader reader = new DatasetReader(variables, weight, IntakeLimits.DEFAULT);
        try {
            CsvScanner.scan(
                    new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8)),
                    CsvDialect.DEFAULT,
                    IntakeLimits.DEFAULT,
                    reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reader.dataset();
    }

    CellTable table() {
        return dataset().table();
    }

    int place(String name) {
        return variables.stream().map(Variable::name).toList().indexOf(name);
    }

    List<String> names(Role role) {
        return variables.stream()
                .filter(variable -> variable.role() == role)
                .map(Variable::name)
                .toList();
    }

    /** The records with the same values in these variables, by those values. */
    Map<List<String>, List<List<String>>> groups(List<String> names) {
        Map<List<String>, List<List<String>>> groups = new LinkedHashMap<>();
        for (List<String> row : values) {
            List<String> key = names.stream().map(name -> row.get(place(name))).toList();
            groups.computeIfAbsent(key, unseen -> new ArrayList<>()).add(row);
        }
        return groups;
    }

    /** Persons among some of the records. */
    int persons(List<List<String>> rows) {
        List<String> key = names(Role.PERSON_KEY);
        if (key.isEmpty()) {
            return rows.size();
        }
        Set<String> persons = new HashSet<>();
        rows.forEach(row -> persons.add(row.get(place(key.getFirst()))));
        return persons.size();
    }

    /** Every subset of some names but the empty one, in their order. */
    static List<List<String>> subsets(List<String> names, int maximumSize) {
        return IntStream.range(1, 1 << names.size())
                .filter(mask -> Integer.bitCount(mask) <= maximumSize)
                .mapToObj(mask -> IntStream.range(0, names.size())
                        .filter(i -> (mask >>> i & 1) == 1)
                        .mapToObj(names::get)
                        .toList())
                .toList();
    }
}
