package ca.balise.kit.http.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MembersTest {

    private final Members members = new Members(CommonProblem.UNPROCESSABLE, MembersTest.class, "/whole");

    @Test
    void tellsEveryFaultAtOnceWithItsPointerIntoTheWhole() {
        members.required("/a", null);
        members.text("/b", " ", 10);
        members.text("/c", "eleven chars", 10);
        members.code("/d", "lower case");
        members.atMost("/e", 3, 2);

        assertThat(members.problem().violations())
                .extracting(violation -> violation.pointer() + " " + violation.code())
                .containsExactly(
                        "/whole/a REQUIRED",
                        "/whole/b REQUIRED",
                        "/whole/c TOO_LONG",
                        "/whole/d NOT_A_CODE",
                        "/whole/e TOO_MANY");
        assertThatThrownBy(members::throwIfAny).isSameAs(members.problem());
    }

    @Test
    void letsSoundMembersPass() {
        assertThat(members.text("/a", "  Health Canada ", 20)).isEqualTo("Health Canada");
        assertThat(members.code("/b", "HC-1_A")).isEqualTo("HC-1_A");
        members.shortEnough("/c", "two\nlines", 20);
        members.throwIfAny();
        assertThat(members.areSound()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"two\nlines", "nul\0", "\ud800 half", "tab\there"})
    void refusesWhatIsNoPlainText(String text) {
        members.text("/a", text, 20);

        assertThat(members.problem().violations()).extracting("code").containsExactly("NOT_PLAIN_TEXT");
    }

    @ParameterizedTest
    @CsvSource({"REQUIRED", "TOO_LONG", "TOO_MANY", "NOT_TEXT", "NOT_PLAIN_TEXT", "NOT_A_CODE"})
    void speaksBothLanguages(String code) {
        var text = ca.balise.kit.http.language.Messages.of(Members.class).text(code, 7);

        assertThat(text.en()).isNotEqualTo(text.fr()).doesNotContain("{");
    }
}
