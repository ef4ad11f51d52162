package ca.balise.deid.cells.model;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.deid.cells.model.IdentifierKind.Directness;
import ca.balise.kit.testing.SharedMaterial;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What whole columns are found to be. */
class ColumnDetectionTest {

    private static final int THIS_YEAR = 2026;

    private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9a-f]{4})");

    static Stream<String> columns() throws IOException {
        return lines("columns.txt");
    }

    static Stream<String> values() throws IOException {
        return lines("values.csv");
    }

    private static Stream<String> lines(String file) throws IOException {
        try (var in = ColumnDetectionTest.class.getResourceAsStream("/identifiers/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.startsWith("#")).toList().stream();
        }
    }

    /** With the characters that are written by their numbers, since they look like others or like nothing. */
    private static String unescape(String value) {
        return ESCAPED.matcher(value).replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)));
    }

    @ParameterizedTest
    @MethodSource("values")
    void tellsAValueOfAKind(String line) {
        String[] fields = line.split(";", -1);
        IdentifierKind kind = IdentifierKind.valueOf(fields[0]);
        String value = unescape(fields[1]);

        assertThat(kind.matches(value)).isEqualTo(Boolean.valueOf(fields[2]));
        assertThat(kind.matchesNamed(value)).isEqualTo(Boolean.valueOf(fields[3]));
    }

    @ParameterizedTest
    @MethodSource("columns")
    void findsWhatAColumnIs(String line) {
        String[] fields = line.split("; ", 3);
        ColumnProfile profile = profile(fields[1], List.of(unescape(fields[2]).split("\\|")));

        Map<IdentifierKind, Double> shares = shares(profile);
        if (fields[0].equals("nothing")) {
            assertThat(shares).isEmpty();
            return;
        }
        String[] expected = fields[0].split(" ", 2);
        IdentifierKind kind = IdentifierKind.valueOf(expected[0]);
        double asked = kind.chance() + 0.5 * (1 - kind.chance());
        assertThat(shares).containsKey(kind);
        assertThat(shares.get(kind) >= asked).isEqualTo(!expected[1].equals("maybe"));
        assertThat(kind.directness())
                .isEqualTo(expected[1].equals("indirect") ? Directness.INDIRECT : Directness.DIRECT);
    }

    /** The columns of the shared files, and the kinds that are found in them; no other column of theirs is found to be anything. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "adult/adult.csv;",
                "gc-org-info.csv,",
                "faa-schedules-bilingual.csv,",
                "gc-official-social-accounts.csv,Account:ACCOUNT_HANDLE,URL:URL,URL:ACCOUNT_HANDLE,Date Added:FULL_DATE"
            })
    void findsNothingButWhatIsThere(String file) throws IOException {
        String name = file.split("[;,]", 2)[0];
        String separator = file.substring(name.length(), name.length() + 1);
        Set<String> expected = Arrays.stream(file.substring(name.length() + 1).split(","))
                .filter(found -> !found.isEmpty())
                .collect(Collectors.toSet());
        List<List<String>> rows = Files.readAllLines(SharedMaterial.data(name)).stream()
                .map(row ->
                        List.of(row.replace("\ufeff", "").split(separator + "(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)))
                .toList();

        Set<String> found = IntStream.range(0, rows.getFirst().size())
                .boxed()
                .flatMap(column -> shares(profile(
                                rows.getFirst().get(column),
                                rows.stream()
                                        .skip(1)
                                        .filter(row ->
                                                row.size() == rows.getFirst().size())
                                        .map(row -> row.get(column).replace("\"", ""))
                                        .toList()))
                        .keySet()
                        .stream()
                        .map(kind -> rows.getFirst().get(column) + ":" + kind))
                .collect(Collectors.toSet());

        assertThat(found).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(IdentifierKind.class)
    void matchesRandomDigitsNoMoreOftenThanItsChance(IdentifierKind kind) {
        SplittableRandom random = new SplittableRandom(7);
        for (int length = 1; length <= 20; length++) {
            for (int first = 1; first <= 9; first++) {
                int draws = 4_000;
                int matches = 0;
                for (int i = 0; i < draws; i++) {
                    StringBuilder digits = new StringBuilder(length).append(first);
                    while (digits.length() < length) {
                        digits.append(random.nextInt(10));
                    }
                    matches += kind.matches(digits.toString()) ? 1 : 0;
                }
                // Four standard errors; the number of a telephone never starts with 1, so its chance is over all first
                // digits.
                double chance = kind == IdentifierKind.TELEPHONE_DIGITS
                        ? 0.72
                        : Math.max(kind.chance(), kind == IdentifierKind.SOCIAL_INSURANCE_NUMBER ? 0.1 : 0);
                if (kind.chance() == IdentifierKind.FULL_DATE.chance()) {
                    // Over all first digits; of numbers that start with 1 or 2 more are a date of 1900 to 2099.
                    chance *= 10;
                }
                assertThat((double) matches / draws)
                        .as("%s of %d digits starting with %d", kind, length, first)
                        .isLessThanOrEqualTo(chance + 4 * Math.sqrt(chance * (1 - chance) / draws));
            }
        }
    }

    @Test
    void neverFindsNamesInRandomWords() {
        SplittableRandom random = new SplittableRandom(11);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            StringBuilder word = new StringBuilder();
            for (int length = random.nextInt(4, 12); length > 0; length--) {
                word.append((char) ('a' + random.nextInt(26)));
            }
            words.add(i % 2 == 0 ? word.toString() : word + " " + words.getLast());
        }

        assertThat(shares(profile("note", words))).isEmpty();
    }

    @Test
    void readsAnyCharacters() {
        SplittableRandom random = new SplittableRandom(13);
        String alphabet = "aZ9 -./:@()+,'_éœÆ\u0301\u00a0\u2019\u2013\u4e2d\u0661\ud83d\ude00\udc00\u0000\t\u200f";
        List<String> values = new ArrayList<>(List.of("", " ", "\t", "\u00a0", "-", "@", ".", ",", "'", "St", "O'"));
        for (int i = 0; i < 100_000; i++) {
            StringBuilder value = new StringBuilder();
            for (int length = random.nextInt(1, 24); length > 0; length--) {
                value.append(
                        random.nextInt(5) == 0
                                ? (char) random.nextInt(0x10000)
                                : alphabet.charAt(random.nextInt(alphabet.length())));
            }
            values.add(value.toString());
        }
        values.add("x".repeat(FieldText.LONGEST + 1));

        for (String value : values) {
            for (IdentifierKind kind : IdentifierKind.values()) {
                kind.matches(value);
                kind.matchesNamed(value);
            }
        }
        assertThat(IdentifierKind.values()).noneMatch(kind -> kind.matches(values.getLast()));
    }

    /** A value that is not read is not said to have been. */
    @Test
    void doesNotCountWhatIsTooLongAsExamined() {
        String longest = "x".repeat(FieldText.LONGEST);
        List<String> read =
                List.of("a@example.org", longest, " ".repeat(FieldText.LONGEST + 1), "\u200b", " " + longest);
        List<String> notRead = List.of(longest + "x", "a\u200b".repeat(FieldText.LONGEST), longest + "x");

        ColumnProfile whole = profile("note", read);
        assertThat(whole.examination().values()).isEqualTo(5);
        assertThat(whole.examination().records()).isEqualTo(5);
        assertThat(whole.shareExact()).isTrue();
        assertThat(whole.share(IdentifierKind.EMAIL)).hasValue(0.2);

        ColumnProfile partly =
                profile("note", Stream.concat(read.stream(), notRead.stream()).toList());
        assertThat(partly.examination()).isEqualTo(whole.examination());
        assertThat(partly.shareExact()).isFalse();

        ColumnProfile none = profile("note", notRead);
        assertThat(none.examination()).isEqualTo(Examination.NONE);
        assertThat(none.shareExact()).isFalse();
        assertThat(none.share(IdentifierKind.EMAIL)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findsTheSameWhateverTheOrderOfTheRecords(long seed) throws IOException {
        List<String> all = columns()
                .flatMap(line -> Stream.of(line.split("; ", 3)[2].split("\\|")))
                .collect(Collectors.toCollection(ArrayList::new));
        SplittableRandom random = new SplittableRandom(seed);
        List<String> records = IntStream.range(0, 3_000)
                .mapToObj(i -> all.get(random.nextInt(random.nextInt(1, all.size()))))
                .collect(Collectors.toCollection(ArrayList::new));
        Examination before = profile("note", records).examination();

        Collections.shuffle(records, new Random(seed));

        assertThat(profile("note", records).examination()).isEqualTo(before);
    }

    /** Admissions crowd the last years; births do not. */
    @Test
    void doesNotTakeAdmissionsForBirths() {
        List<String> admissions = IntStream.range(0, 500)
                .mapToObj(i -> "%d-%02d-%02d".formatted(2024 - (int) Math.sqrt(i), 1 + i % 12, 1 + i % 28))
                .toList();
        List<String> births = IntStream.range(0, 500)
                .mapToObj(i -> "%d-%02d-%02d".formatted(1930 + i % 90, 1 + i % 12, 1 + i % 28))
                .toList();
        List<String> future = new ArrayList<>(births);
        future.add("%d-01-01".formatted(THIS_YEAR + 1));

        assertThat(shares(profile("d", admissions))).containsOnlyKeys(IdentifierKind.FULL_DATE);
        assertThat(shares(profile("d", births)))
                .containsOnlyKeys(IdentifierKind.FULL_DATE, IdentifierKind.DATE_OF_BIRTH);
        assertThat(shares(profile("d", future))).containsOnlyKeys(IdentifierKind.FULL_DATE);
    }

    private static Map<IdentifierKind, Double> shares(ColumnProfile profile) {
        Map<IdentifierKind, Double> shares = new HashMap<>();
        for (IdentifierKind kind : IdentifierKind.values()) {
            double share = profile.share(kind).orElse(0);
            if (share > 0) {
                shares.put(kind, share);
            }
        }
        return shares;
    }

    private static ColumnProfile profile(String name, List<String> values) {
        DictionaryBuilder dictionary = DictionaryBuilder.unlimited(name);
        int[] records = new int[values.size() + 1];
        for (String value : values) {
            records[dictionary.encode(value)]++;
        }
        Examination examination = Examination.of(dictionary.build(), records);
        return new ColumnProfile(name, values.size(), 0, dictionary.size(), true, examination).asOf(THIS_YEAR);
    }
}
