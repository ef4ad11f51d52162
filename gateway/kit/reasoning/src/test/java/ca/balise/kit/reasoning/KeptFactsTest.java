package ca.balise.kit.reasoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptFactsTest {

    enum Colour {
        RED,
        BLUE
    }

    record Note(LocalDate day, String text) {}

    private static final Fact<Boolean> HELD = Fact.truth("a.held");
    private static final Fact<Colour> COLOUR = Fact.choice("a.colour", Colour.class);
    private static final Fact<LocalDate> SINCE = Fact.date("a.since");
    private static final Fact<Integer> TIMES = Fact.count("a.times");
    private static final Fact<List<Colour>> COLOURS = Fact.list("a.colours", Colour.class);
    private static final Fact<String> NAME = Fact.text("a.name");
    private static final Fact<List<Note>> NOTES = Fact.structures("a.notes", Note.class);
    private static final KeptFacts KEPT = new KeptFacts(List.of(HELD, COLOUR, SINCE, TIMES, COLOURS, NAME, NOTES));

    private static final Facts FACTS = Facts.builder()
            .asserted(HELD, false)
            .recorded(COLOUR, Colour.BLUE)
            .derived(SINCE, LocalDate.of(2024, 2, 29))
            .asserted(TIMES, 0)
            .asserted(COLOURS, List.of(Colour.RED, Colour.BLUE))
            .asserted(NAME, "« Jeanne »")
            .recorded(NOTES, List.of(new Note(LocalDate.of(2025, 1, 1), "text")))
            .build();

    @Test
    void whatIsReadIsWhatWasKept() {
        String kept = KEPT.write(FACTS).text();
        Facts read = KEPT.read(kept);

        for (Fact<?> fact : List.of(HELD, COLOUR, SINCE, TIMES, COLOURS, NAME, NOTES)) {
            assertThat((Object) read.value(fact)).as(fact.path()).isEqualTo(FACTS.value(fact));
            assertThat(read.provenance(fact)).isEqualTo(FACTS.provenance(fact));
        }
        assertThat(KEPT.write(read).text()).isEqualTo(kept);
        assertThat(KEPT.read(KEPT.write(Facts.none()).text()).byPath()).isEmpty();
    }

    @Test
    void isWrittenInTheOneSpellingByPath() {
        assertThat(KEPT.write(Facts.builder()
                                .asserted(TIMES, 2)
                                .recorded(HELD, true)
                                .build())
                        .text())
                .isEqualTo(
                        "{\"a.held\":{\"provenance\":\"RECORDED\",\"value\":true},\"a.times\":{\"provenance\":\"ASSERTED\",\"value\":2}}");
    }

    @Test
    void aFactThatCouldNotBeReadAgainIsNotKept() {
        assertThatThrownBy(() -> KEPT.write(
                        Facts.builder().asserted(Fact.truth("a.other"), true).build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a.other");
        assertThatThrownBy(() -> new KeptFacts(List.of(Fact.list("a.list"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a.list");
        assertThatThrownBy(() -> new KeptFacts(List.of(Fact.structure("a.structure"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWhatIfIsNotKept() {
        assertThatThrownBy(() -> KEPT.write(Facts.none().with(HELD, true))).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"a.other\":{\"provenance\":\"ASSERTED\",\"value\":true}}",
                "{\"a.colour\":{\"provenance\":\"ASSERTED\",\"value\":\"Zibeline\"}}",
                "{\"a.held\":{\"provenance\":\"ASSERTED\",\"value\":true,\"more\":1}}",
                "{"
            })
    void whatWasNotKeptIsRefusedWithoutAValueOfIt(String kept) {
        assertThatThrownBy(() -> KEPT.read(kept))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("Zibeline")
                .hasNoCause();
    }

    @Test
    void whatIsKnownIsShownInOrderWithoutOpenText() {
        assertThat(FACTS.looks())
                .extracting(look -> look.fact().path() + " " + look.value() + " " + look.provenance())
                .containsExactly(
                        "a.colour BLUE RECORDED",
                        "a.colours RED, BLUE ASSERTED",
                        "a.held false ASSERTED",
                        "a.name null ASSERTED",
                        "a.notes null RECORDED",
                        "a.since 2024-02-29 DERIVED",
                        "a.times 0 ASSERTED");
        assertThat(NAME.isOpen()).isTrue();
        assertThat(HELD.isOpen()).isFalse();
    }
}
