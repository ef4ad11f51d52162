package ca.balise.deid.release.model;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.deid.cells.model.ColumnProfile;
import ca.balise.deid.cells.model.Examination;
import ca.balise.deid.cells.model.IdentifierKind;
import ca.balise.deid.intake.model.Role;
import ca.balise.deid.intake.model.Variable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class IdentifierFindingsTest {

    private static final IdentifierFindings.Shares SHARES = new IdentifierFindings.Shares(0.5, 0.9);

    @ParameterizedTest
    @CsvSource({
        "EMAIL,                   50,  true,  false",
        "EMAIL,                   49,  false, true",
        "EMAIL,                   1,   false, true",
        "EMAIL,                   0,   false, false",
        "SOCIAL_INSURANCE_NUMBER, 54,  true,  false",
        "SOCIAL_INSURANCE_NUMBER, 53,  false, true",
        "TELEPHONE_DIGITS,        82,  true,  false",
        "TELEPHONE_DIGITS,        63,  false, true",
    })
    void takesAColumnForAnIdentifierFromTheShareThatChanceDoesNotExplain(
            IdentifierKind kind, long matches, boolean looks, boolean maybe) {
        IdentifierFindings found = find(Role.OTHER, profile(10, Map.of(kind, matches), 100), Set.of());

        assertThat(found.looksDirect()).isEqualTo(looks ? List.of("note") : List.of());
        assertThat(found.maybeDirect()).isEqualTo(maybe ? List.of("note") : List.of());
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"SENSITIVE", "OTHER"})
    void missesTheQuasiIdentifierThatWasNotDeclared(Role role) {
        var postal = profile(10, Map.of(IdentifierKind.POSTAL_CODE, 90L), 100);

        assertThat(find(role, postal, Set.of()).indirectWithoutRole()).containsExactly("note");
        assertThat(find(Role.QUASI_IDENTIFIER, postal, Set.of()).indirectWithoutRole())
                .isEmpty();
    }

    @Test
    void namesAColumnThatWasNotExaminedToTheEnd() {
        assertThat(find(Role.SENSITIVE, profile(10, Map.of(), 99), Set.of()).partlyExamined())
                .containsExactly("note");
        assertThat(find(Role.SENSITIVE, profile(10, Map.of(), 100), Set.of()).partlyExamined())
                .isEmpty();
    }

    @Test
    void leavesAColumnAloneThatAPersonCleared() {
        var suspicious = profile(100, Map.of(IdentifierKind.EMAIL, 100L, IdentifierKind.FULL_DATE, 100L), 99);

        assertThat(find(Role.OTHER, suspicious, Set.of("note")))
                .isEqualTo(new IdentifierFindings(
                        List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of("note")));
    }

    @Test
    void doesNotJudgeTheKeyThatStaysBehind() {
        var number = profile(100, Map.of(IdentifierKind.SOCIAL_INSURANCE_NUMBER, 100L), 100);

        assertThat(find(Role.PERSON_KEY, number, Set.of())).isEqualTo(IdentifierFindings.NONE);
        assertThat(find(Role.DIRECT_IDENTIFIER, number, Set.of()).declared()).containsExactly("note");
    }

    @ParameterizedTest
    @CsvSource({"90, true", "89, false"})
    void warnsOfAColumnWithNearlyAsManyValuesAsRecords(int distinct, boolean warned) {
        assertThat(find(Role.OTHER, profile(distinct, Map.of(), 100), Set.of()).nearlyUnique())
                .isEqualTo(warned ? List.of("note") : List.of());
    }

    private static ColumnProfile profile(int distinct, Map<IdentifierKind, Long> matches, long examined) {
        return new ColumnProfile("note", 100, 0, distinct, true, new Examination(distinct, examined, matches));
    }

    private static IdentifierFindings find(Role role, ColumnProfile profile, Set<String> cleared) {
        return IdentifierFindings.of(List.of(profile), List.of(new Variable("note", role)), cleared, SHARES);
    }
}
