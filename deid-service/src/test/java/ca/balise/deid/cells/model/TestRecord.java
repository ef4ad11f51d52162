package ca.balise.deid.cells.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A record of three quasi-identifiers, two sensitive variables and a person key, and the plain way to count such records. */
record TestRecord(List<String> quasiIdentifiers, List<String> sensitive, String person) {

    static final List<String> QUASI_IDENTIFIERS = List.of("age", "sex", "town");
    static final List<String> SENSITIVE = List.of("income", "illness");

    /**
     * What is counted of a cell: persons, records, records for each value of each sensitive variable, persons with each of its values
     * (none without a person key), and the sum of the weights.
     */
    record Counts(
            int size,
            int records,
            List<Map<String, Integer>> sensitive,
            List<Map<String, Set<String>>> personsWith,
            double weight) {}

    /** A weight that follows from the other members, exact in binary. */
    String weight() {
        return String.valueOf(1 + (person.length() + sensitive.getFirst().length()) / 4.0);
    }

    static List<TestRecord> random(SplittableRandom random, int records) {
        List<TestRecord> list = new ArrayList<>();
        for (int i = 0; i < records; i++) {
            list.add(new TestRecord(
                    List.of(value(random, 9), value(random, 2), value(random, 5)),
                    List.of(value(random, 4), value(random, 30)),
                    value(random, 1 + records / 2)));
        }
        return list;
    }

    private static String value(SplittableRandom random, int bound) {
        int value = random.nextInt(bound);
        return value == 0 ? "" : "v" + value;
    }

    static CellTable table(List<TestRecord> records, boolean withPersonKey) {
        List<DictionaryBuilder> quasi =
                QUASI_IDENTIFIERS.stream().map(DictionaryBuilder::unlimited).toList();
        List<DictionaryBuilder> sensitive =
                SENSITIVE.stream().map(DictionaryBuilder::unlimited).toList();
        DictionaryBuilder persons = DictionaryBuilder.unlimited("person");
        CellTableBuilder builder = new CellTableBuilder(
                3,
                SENSITIVE,
                withPersonKey ? "person" : null,
                "weight",
                CellLimits.DEFAULT,
                MemoryBudget.unlimited(),
                MemoryBudget.unlimited());
        DictionaryBuilder weights = DictionaryBuilder.unlimited("weight");
        for (TestRecord record : records) {
            builder.add(
                    encode(record.quasiIdentifiers, quasi),
                    encode(record.sensitive, sensitive),
                    withPersonKey ? persons.encode(record.person) : CellTableBuilder.NO_PERSON,
                    weights.encode(record.weight()));
        }
        List<QuasiIdentifier> dimensions = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            dimensions.add(
                    new QuasiIdentifier(QUASI_IDENTIFIERS.get(i), quasi.get(i).build()));
        }
        @Nullable Dictionary personDictionary = withPersonKey ? persons.build() : null;
        return builder.build(
                dimensions,
                sensitive.stream().map(DictionaryBuilder::build).toList(),
                personDictionary,
                weights.build());
    }

    /** The cells of the records over some of the quasi-identifiers, counted with maps and sets of strings. */
    static Map<List<String>, Counts> counted(List<TestRecord> records, int[] quasiIdentifiers, boolean withPersonKey) {
        Map<List<String>, List<TestRecord>> cells = new HashMap<>();
        for (TestRecord record : records) {
            List<String> key = Arrays.stream(quasiIdentifiers)
                    .mapToObj(record.quasiIdentifiers::get)
                    .toList();
            cells.computeIfAbsent(key, k -> new ArrayList<>()).add(record);
        }
        Map<List<String>, Counts> counts = new HashMap<>();
        cells.forEach((key, members) -> {
            Set<String> persons = new HashSet<>();
            List<Map<String, Integer>> values = List.of(new TreeMap<>(), new TreeMap<>());
            List<Map<String, Set<String>>> personsWith = List.of(new TreeMap<>(), new TreeMap<>());
            double weight = 0;
            for (TestRecord member : members) {
                persons.add(member.person);
                values.get(0).merge(member.sensitive.get(0), 1, Integer::sum);
                values.get(1).merge(member.sensitive.get(1), 1, Integer::sum);
                for (int i = 0; i < 2 && withPersonKey; i++) {
                    personsWith
                            .get(i)
                            .computeIfAbsent(member.sensitive.get(i), unseen -> new HashSet<>())
                            .add(member.person);
                }
                weight += Double.parseDouble(member.weight());
            }
            counts.put(
                    key,
                    new Counts(
                            withPersonKey ? persons.size() : members.size(),
                            members.size(),
                            values,
                            personsWith,
                            weight));
        });
        return counts;
    }

    /** The same of a table, whatever the order of its cells and codes. */
    static Map<List<String>, Counts> counted(CellTable table) {
        Map<List<String>, Counts> counts = new HashMap<>();
        for (int i = 0; i < table.cells(); i++) {
            Cell cell = table.cell(i);
            List<Map<String, Integer>> values = new ArrayList<>();
            List<Map<String, Set<String>>> personsWith = new ArrayList<>();
            for (int variable = 0; variable < table.sensitive().size(); variable++) {
                ValueCounts sensitive = table.sensitive().get(variable);
                ValueCounts persons = table.personsWith(variable).orElse(null);
                Map<String, Integer> byValue = new TreeMap<>();
                Map<String, Set<String>> personsByValue = new TreeMap<>();
                for (int entry = sensitive.start(i); entry < sensitive.end(i); entry++) {
                    String value = sensitive.dictionary().value(sensitive.code(entry));
                    byValue.put(value, sensitive.count(entry));
                    if (persons != null) {
                        personsByValue.put(value, names(persons, entry));
                    }
                }
                values.add(byValue);
                personsWith.add(personsByValue);
            }
            double weight = SamplingWeights.of(table.weights().orElseThrow()).sum(i);
            if (counts.put(cell.values(), new Counts(cell.size(), cell.records(), values, personsWith, weight))
                    != null) {
                throw new AssertionError("two cells have the same values");
            }
        }
        return counts;
    }

    private static Set<String> names(ValueCounts persons, int entry) {
        Set<String> names = new HashSet<>();
        for (int i = persons.start(entry); i < persons.end(entry); i++) {
            names.add(persons.dictionary().value(persons.code(i)));
        }
        return names;
    }

    private static int[] encode(List<String> values, List<DictionaryBuilder> dictionaries) {
        int[] codes = new int[values.size()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = dictionaries.get(i).encode(values.get(i));
        }
        return codes;
    }
}
