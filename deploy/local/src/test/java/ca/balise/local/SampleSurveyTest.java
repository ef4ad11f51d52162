package ca.balise.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class SampleSurveyTest {
    private static final List<List<String>> PEOPLE = SampleSurvey.records(SampleSurvey.SEED, SampleSurvey.PEOPLE);
    private static final int AGE = 0;
    private static final int SEX = 1;
    private static final int PROVINCE = 2;
    private static final int MARITAL = 3;
    private static final int EDUCATION = 4;
    private static final int OCCUPATION = 5;
    private static final int INCOME = 6;
    private static final int CHRONIC = 7;

    /** The share of those who answer so, among those who are meant. */
    private static double share(Predicate<List<String>> among, Predicate<List<String>> of) {
        List<List<String>> meant = PEOPLE.stream().filter(among).toList();
        return (double) meant.stream().filter(of).count() / meant.size();
    }

    private static Predicate<List<String>> is(int column, String answer) {
        return record -> record.get(column).equals(answer);
    }

    private static boolean anyone(List<String> record) {
        return true;
    }

    @Test
    void isTheSampleThatWasShipped() throws NoSuchAlgorithmException {
        byte[] sample = SampleSurvey.csv(SampleSurvey.SEED, SampleSurvey.PEOPLE).getBytes(StandardCharsets.UTF_8);

        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sample)))
                .isEqualTo("15a3b71effb2d4e9d8c462eb16ec9c48ec43c912810f549a2a2765fce3738b38");
    }

    @Test
    void givesTheSameBytesForTheSameSeed() {
        assertThat(SampleSurvey.csv(7, 1_000)).isEqualTo(SampleSurvey.csv(7, 1_000));
    }

    @Test
    void givesOtherPeopleForAnotherSeed() {
        assertThat(SampleSurvey.csv(7, 1_000)).isNotEqualTo(SampleSurvey.csv(8, 1_000));
    }

    @Test
    void writesAHeaderAndOneRecordAPerson() {
        List<String> lines = SampleSurvey.csv(SampleSurvey.SEED, 3).lines().toList();

        assertThat(lines)
                .hasSize(4)
                .first()
                .isEqualTo("age_group,sex,province,marital_status,education,occupation,income_band,chronic_condition");
        assertThat(lines).allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(8));
    }

    @Test
    void needsNoQuotingAnywhere() {
        assertThat(PEOPLE)
                .allSatisfy(record -> assertThat(record)
                        .allSatisfy(answer -> assertThat(answer).matches("[A-Z0-9+_-]+|\\d\\d-\\d\\d")));
    }

    @Test
    void spreadsPeopleOverTheProvincesAsTheyLive() {
        assertThat(share(SampleSurveyTest::anyone, is(PROVINCE, "ON"))).isBetween(0.36, 0.41);
        assertThat(share(SampleSurveyTest::anyone, is(PROVINCE, "QC"))).isBetween(0.21, 0.25);
        assertThat(share(SampleSurveyTest::anyone, is(PROVINCE, "PE"))).isLessThan(0.01);
        assertThat(share(SampleSurveyTest::anyone, is(SEX, "F"))).isBetween(0.48, 0.53);
    }

    @Test
    void makesWidowhoodAndIllnessGoWithAge() {
        assertThat(share(is(AGE, "75+"), is(MARITAL, "WIDOWED"))).isBetween(0.25, 0.40);
        assertThat(share(is(AGE, "18-24"), is(MARITAL, "WIDOWED"))).isZero();
        assertThat(share(is(AGE, "75+"), is(CHRONIC, "YES")))
                .isGreaterThan(2 * share(is(AGE, "18-24"), is(CHRONIC, "YES")));
    }

    @Test
    void makesIncomeAndWorkGoWithEducationAndAge() {
        Predicate<List<String>> wellPaid = is(INCOME, "80K_120K").or(is(INCOME, "120K_PLUS"));

        assertThat(share(is(EDUCATION, "GRADUATE"), wellPaid))
                .isGreaterThan(2 * share(is(EDUCATION, "HIGH_SCHOOL"), wellPaid));
        assertThat(share(is(AGE, "75+"), is(OCCUPATION, "NOT_EMPLOYED"))).isGreaterThan(0.9);
        assertThat(share(is(AGE, "35-44"), is(OCCUPATION, "NOT_EMPLOYED"))).isLessThan(0.2);
    }

    @Test
    void holdsPeopleWhoStandOut() {
        Map<List<String>, Integer> cells = new HashMap<>();
        PEOPLE.forEach(record -> cells.merge(record.subList(AGE, INCOME), 1, Integer::sum));

        assertThat(cells.values()).contains(1);
        assertThat(cells.values()).anyMatch(size -> size > 10);
    }
}
