package ca.balise.local;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A survey of a few thousand people who do not exist.
 *
 * <p><b>Wholly synthetic.</b> Every record is drawn from the rounded weights below by a seeded generator; no record, and
 * no joint distribution, was taken from any real data set. The weights are set by hand to look like a Canadian
 * population: provinces by their size, marital status and education that go with age, an occupation that goes with
 * education, an income that goes with both, and a health answer that goes with age. The same seed gives the same bytes.
 */
final class SampleSurvey {
    /** The seed of the shipped demonstration. */
    static final long SEED = 20_200_301L;

    /** The people of the shipped demonstration. */
    static final int PEOPLE = 4_000;

    static final List<String> COLUMNS = List.of(
            "age_group",
            "sex",
            "province",
            "marital_status",
            "education",
            "occupation",
            "income_band",
            "chronic_condition");

    private static final Weighted AGES = Weighted.of(
            List.of("18-24", "25-34", "35-44", "45-54", "55-64", "65-74", "75+"), 11, 17, 17, 15, 17, 13, 10);
    private static final Weighted PROVINCES = Weighted.of(
            List.of("ON", "QC", "BC", "AB", "MB", "SK", "NS", "NB", "NL", "PE", "NT", "YT", "NU"),
            385,
            230,
            135,
            115,
            36,
            31,
            26,
            21,
            14,
            4,
            1,
            1,
            1);
    private static final List<String> MARITAL =
            List.of("SINGLE", "COMMON_LAW", "MARRIED", "SEPARATED", "DIVORCED", "WIDOWED");
    private static final List<String> EDUCATION =
            List.of("NO_CERTIFICATE", "HIGH_SCHOOL", "TRADES", "COLLEGE", "BACHELOR", "GRADUATE");
    private static final List<String> OCCUPATION = List.of(
            "MANAGEMENT",
            "BUSINESS",
            "SCIENCES",
            "HEALTH",
            "EDUCATION_LAW_GOVERNMENT",
            "ARTS_SPORT",
            "SALES_SERVICE",
            "TRADES_TRANSPORT",
            "NATURAL_RESOURCES",
            "MANUFACTURING",
            "NOT_EMPLOYED");
    private static final List<String> INCOME =
            List.of("UNDER_20K", "20K_40K", "40K_60K", "60K_80K", "80K_120K", "120K_PLUS");

    private static final List<Weighted> MARITAL_BY_AGE = List.of(
            Weighted.of(MARITAL, 86, 10, 3, 1, 0, 0),
            Weighted.of(MARITAL, 46, 26, 25, 2, 1, 0),
            Weighted.of(MARITAL, 22, 22, 47, 3, 6, 0),
            Weighted.of(MARITAL, 17, 17, 51, 4, 10, 1),
            Weighted.of(MARITAL, 13, 13, 54, 4, 13, 3),
            Weighted.of(MARITAL, 8, 8, 58, 3, 13, 10),
            Weighted.of(MARITAL, 5, 4, 48, 2, 9, 32));
    private static final Weighted STUDYING_AGE = Weighted.of(EDUCATION, 12, 52, 6, 16, 13, 1);
    private static final Weighted WORKING_AGE = Weighted.of(EDUCATION, 8, 22, 11, 24, 24, 11);
    private static final Weighted RETIRED_AGE = Weighted.of(EDUCATION, 22, 29, 13, 18, 12, 6);

    private static final List<Weighted> OCCUPATION_BY_EDUCATION = List.of(
            Weighted.of(OCCUPATION, 4, 5, 1, 2, 1, 1, 28, 24, 5, 11, 18),
            Weighted.of(OCCUPATION, 8, 14, 3, 3, 4, 2, 29, 14, 2, 6, 15),
            Weighted.of(OCCUPATION, 7, 7, 3, 4, 3, 2, 12, 42, 3, 8, 9),
            Weighted.of(OCCUPATION, 10, 20, 9, 12, 9, 3, 17, 9, 1, 3, 7),
            Weighted.of(OCCUPATION, 15, 21, 17, 10, 15, 4, 10, 2, 0, 1, 5),
            Weighted.of(OCCUPATION, 17, 15, 19, 14, 24, 3, 3, 1, 0, 0, 4));

    private static final int OLDEST_BEFORE_RETIREMENT = 4;
    private static final int PER_CENT = 100;
    private static final int[] CHRONIC_PER_CENT_BY_AGE = {12, 15, 20, 28, 39, 52, 64};
    private static final int[] INCOME_STEP_BY_EDUCATION = {0, 1, 2, 2, 3, 4};

    private SampleSurvey() {}

    /** Answers to choose from, each with its weight. */
    private record Weighted(List<String> answers, List<Integer> weights) {
        static Weighted of(List<String> answers, int... weights) {
            if (answers.size() != weights.length) {
                throw new IllegalArgumentException("each answer has one weight");
            }
            return new Weighted(answers, IntStream.of(weights).boxed().toList());
        }

        /** The number of the answer drawn. */
        int draw(SplittableRandom random) {
            int left =
                    random.nextInt(weights.stream().mapToInt(Integer::intValue).sum());
            int answer = 0;
            while (left >= weights.get(answer)) {
                left -= weights.get(answer);
                answer++;
            }
            return answer;
        }
    }

    /** The survey as CSV: a header, then one record a person, separated by commas, lines ended by a line feed. */
    static String csv(long seed, int people) {
        StringBuilder csv = new StringBuilder(String.join(",", COLUMNS)).append('\n');
        records(seed, people)
                .forEach(record -> csv.append(String.join(",", record)).append('\n'));
        return csv.toString();
    }

    /** The survey's records, in the order of {@link #COLUMNS}. */
    static List<List<String>> records(long seed, int people) {
        SplittableRandom random = new SplittableRandom(seed);
        List<List<String>> records = new ArrayList<>(people);
        for (int person = 0; person < people; person++) {
            records.add(person(random));
        }
        return records;
    }

    private static List<String> person(SplittableRandom random) {
        int age = AGES.draw(random);
        String sex = random.nextInt(1000) < 507 ? "F" : "M";
        int province = PROVINCES.draw(random);
        int marital = MARITAL_BY_AGE.get(age).draw(random);
        int education = educationAt(age).draw(random);
        int occupation = occupation(random, age, education);
        return List.of(
                AGES.answers().get(age),
                sex,
                PROVINCES.answers().get(province),
                MARITAL.get(marital),
                EDUCATION.get(education),
                OCCUPATION.get(occupation),
                INCOME.get(income(random, age, education, occupation)),
                random.nextInt(PER_CENT) < CHRONIC_PER_CENT_BY_AGE[age] ? "YES" : "NO");
    }

    private static Weighted educationAt(int age) {
        if (age == 0) {
            return STUDYING_AGE;
        }
        return age > OLDEST_BEFORE_RETIREMENT ? RETIRED_AGE : WORKING_AGE;
    }

    private static int occupation(SplittableRandom random, int age, int education) {
        int retiredPerCent = age <= OLDEST_BEFORE_RETIREMENT ? 0 : age == OLDEST_BEFORE_RETIREMENT + 1 ? 72 : 94;
        boolean retired = random.nextInt(PER_CENT) < retiredPerCent;
        return retired
                ? OCCUPATION.size() - 1
                : OCCUPATION_BY_EDUCATION.get(education).draw(random);
    }

    private static int income(SplittableRandom random, int age, int education, int occupation) {
        int step = INCOME_STEP_BY_EDUCATION[education];
        if (occupation == 0) {
            step++;
        }
        if (occupation == OCCUPATION.size() - 1) {
            step = age > OLDEST_BEFORE_RETIREMENT ? step - 1 : 0;
        }
        if (age == 0) {
            step--;
        }
        // One band up or down for most, two for a few.
        int spread = random.nextInt(3) + random.nextInt(3) - 2;
        return Math.clamp((long) step + spread, 0, INCOME.size() - 1);
    }
}
