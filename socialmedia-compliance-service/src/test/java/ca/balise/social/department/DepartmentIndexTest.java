package ca.balise.social.department;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.kit.reasoning.BilingualText;
import ca.balise.social.department.model.DepartmentIndex;
import ca.balise.social.department.model.NamedDepartment;
import ca.balise.social.department.model.OrganizationMatch.Contradicted;
import ca.balise.social.department.model.OrganizationMatch.Found;
import ca.balise.social.department.model.OrganizationMatch.FoundByVariant;
import ca.balise.social.department.model.OrganizationMatch.NumberUnknown;
import ca.balise.social.department.model.OrganizationMatch.Unknown;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DepartmentIndexTest {

    private static final NamedDepartment JUSTICE = department(
            2232, "Department of Justice Canada", "Ministère de la Justice Canada", "Department of Justice", "JUS");
    private static final NamedDepartment POST =
            department(3651, "Canada Post Corporation", "Société canadienne des postes");
    private static final NamedDepartment POLICE =
            department(2288, "Royal Canadian Mounted Police", "Gendarmerie royale du Canada", "RCMP", "GRC");
    private static final NamedDepartment SCIENCES = department(
            2314,
            "Natural Sciences and Engineering Research Council of Canada",
            "Conseil de recherches en sciences naturelles et en génie du Canada");
    private static final NamedDepartment CORRECTIONS =
            department(2255, "Correctional Service Canada", "Service correctionnel Canada", "CSC", "SCC");
    private static final NamedDepartment COURT = department(
            3592, "Registrar of the Supreme Court of Canada", "Registraire de la Cour suprême du Canada", "SCC", "CSC");
    private static final NamedDepartment UNNUMBERED =
            department(null, "Public Safety Canada", "Sécurité publique Canada");
    private static final DepartmentIndex INDEX =
            new DepartmentIndex(List.of(JUSTICE, POST, POLICE, SCIENCES, CORRECTIONS, COURT, UNNUMBERED));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Royal Canadian Mounted Police",
                "ROYAL CANADIAN  MOUNTED POLICE",
                "Royal\u00a0Canadian Mounted\u00a0Police",
                "Gendarmerie royale du Canada",
                "GRC"
            })
    void aNameIsFoundHoweverItIsTyped(String name) {
        assertThat(INDEX.match(name, null)).isEqualTo(new Found(POLICE));
        assertThat(INDEX.match(name, 2288)).isEqualTo(new Found(POLICE));
    }

    @Test
    void accentsAndApostrophesDoNotMatter() {
        assertThat(INDEX.match("Conseil de recherches en sciences naturelles et en genie du Canada", null))
                .isEqualTo(new Found(SCIENCES));
    }

    @Test
    void aNameWithTheSameSignificantWordsIsAVariantUnlessTheNumberConfirmsIt() {
        assertThat(INDEX.match("Justice Canada", null)).isEqualTo(new FoundByVariant(JUSTICE));
        assertThat(INDEX.match("Justice Canada", 2232)).isEqualTo(new Found(JUSTICE));
        assertThat(INDEX.match("Royal Canada Mounted Police", 2288)).isEqualTo(new Found(POLICE));
    }

    @Test
    void theNumberIsNotBelievedAgainstTheName() {
        assertThat(INDEX.match("Justice Canada", 3651)).isEqualTo(new Contradicted(JUSTICE));
        assertThat(INDEX.match("Department of Justice Canada", 3651)).isEqualTo(new Contradicted(JUSTICE));
        assertThat(INDEX.match("Ministry of Silly Walks", 3651)).isEqualTo(new Contradicted(null));
    }

    @Test
    void aNumberThatNobodyHasIsNotBelievedEither() {
        assertThat(INDEX.match("Justice Canada", 9999)).isEqualTo(new Contradicted(JUSTICE));
        assertThat(INDEX.match("Public Safety Canada", 9999)).isEqualTo(new NumberUnknown(UNNUMBERED));
        assertThat(INDEX.match("Ministry of Silly Walks", 9999)).isEqualTo(new Unknown());
    }

    @ParameterizedTest
    @CsvSource({
        "Science and Engineering Research Canada, 2314",
        "Natural Sciences and Engineering Research Council of Canada (NSERC), 2314"
    })
    void theNumberAndHalfOfTheWordsAreAVariant(String name, int number) {
        assertThat(INDEX.match(name, number)).isEqualTo(new FoundByVariant(SCIENCES));
        assertThat(INDEX.match(name, null)).isEqualTo(new Unknown());
    }

    @Test
    void anAbbreviationOfTwoIsNoneUnlessTheNumberSaysWhose() {
        assertThat(INDEX.match("SCC", null)).isEqualTo(new Unknown());
        assertThat(INDEX.match("SCC", 2255)).isEqualTo(new Found(CORRECTIONS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Canada", "The Department of Canada", "---"})
    void aNameThatSaysNothingNamesNobody(String name) {
        assertThat(INDEX.match(name, null)).isEqualTo(new Unknown());
    }

    private static NamedDepartment department(Integer number, String en, String fr, String... others) {
        return new NamedDepartment(UUID.randomUUID(), "X", new BilingualText(en, fr), number, List.of(others));
    }
}
