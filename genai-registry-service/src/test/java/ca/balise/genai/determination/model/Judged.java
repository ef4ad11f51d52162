package ca.balise.genai.determination.model;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.genai.determination.Cases;
import ca.balise.kit.reasoning.Change;
import ca.balise.kit.reasoning.Determination;
import ca.balise.kit.reasoning.Fact;
import ca.balise.kit.reasoning.Source;
import java.util.List;

/** What the rules say of a case, to be looked at. */
final class Judged {

    final Determination<SuspensionConclusion, SuspensionStatus> determination;

    private Judged(Determination<SuspensionConclusion, SuspensionStatus> determination) {
        this.determination = determination;
    }

    /** The usual case (a covered pilot that claims nothing) with members set otherwise. */
    static Judged with(String... changes) {
        return new Judged(Cases.determine(Cases.request(changes)));
    }

    Judged is(SuspensionStatus status, ReasonCode reason) {
        assertThat(determination.conclusion().reason()).isEqualTo(reason);
        assertThat(determination.status()).isEqualTo(status);
        assertThat(determination.reasons().getFirst().code()).isEqualTo(reason.name());
        assertThat(determination.trace().getLast().fired()).isTrue();
        return this;
    }

    Judged missing(String... paths) {
        assertThat(determination.missing()).extracting(Fact::path).containsExactlyInAnyOrder(paths);
        return this;
    }

    Judged warns(String... codes) {
        assertThat(determination.warnings()).containsExactlyInAnyOrder(codes);
        return this;
    }

    Judged obliges(String... codes) {
        assertThat(determination.duties()).containsExactly(codes);
        return this;
    }

    Judged doubts(String id, SuspensionStatus underOther) {
        assertThat(determination.doubts())
                .filteredOn(doubt -> doubt.ambiguity().id().equals(id))
                .singleElement()
                .satisfies(doubt -> assertThat(doubt.statusUnderOtherReading()).isEqualTo(underOther));
        return this;
    }

    Judged doubtsOnly(String... ids) {
        assertThat(determination.doubts())
                .extracting(doubt -> doubt.ambiguity().id())
                .containsExactlyInAnyOrder(ids);
        return this;
    }

    Judged cites(String... paragraphs) {
        assertThat(determination.citations())
                .extracting(Source.Citation::paragraph)
                .contains(paragraphs);
        return this;
    }

    Judged claims(Exemption exemption, ExemptionState state, String... missing) {
        assertThat(determination.conclusion().exemptions())
                .filteredOn(finding -> finding.exemption() == exemption)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.state()).isEqualTo(state);
                    assertThat(finding.missing()).extracting(Fact::path).containsExactlyInAnyOrder(missing);
                });
        return this;
    }

    Judged finds(String... findings) {
        assertThat(determination.trace())
                .extracting(step -> step.finding().code())
                .contains(findings);
        return this;
    }

    List<Change<SuspensionStatus>> changes() {
        return Cases.RULES.changes(determination);
    }
}
