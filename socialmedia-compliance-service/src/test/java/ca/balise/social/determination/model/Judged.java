package ca.balise.social.determination.model;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.kit.reasoning.Determination;
import ca.balise.kit.reasoning.Fact;
import ca.balise.kit.reasoning.Reason;
import ca.balise.kit.reasoning.Source;
import ca.balise.social.determination.Accounts;
import java.util.Map;

/** What the rules say of an account, to be looked at. */
final class Judged {

    final Determination<AccountConclusion, AccountStatus> determination;

    private Judged(Determination<AccountConclusion, AccountStatus> determination) {
        this.determination = determination;
    }

    /** The usual account (a new one with nothing left to do) with facts set otherwise. */
    static Judged with(String... changes) {
        return new Judged(Accounts.determine(Accounts.request(changes)));
    }

    Judged is(AccountStatus status) {
        assertThat(determination.status()).isEqualTo(status);
        assertThat(determination.reasons().getFirst().code()).isIn("ACCOUNT_" + status, "APPLICABILITY_UNKNOWN");
        assertThat(determination.trace().getLast().fired()).isTrue();
        return this;
    }

    Judged applies(Applicability applicability) {
        assertThat(determination.conclusion().applicability()).isEqualTo(applicability);
        return this;
    }

    private AccountConclusion.Results results() {
        return determination.conclusion().results();
    }

    Judged review(ReviewResult review) {
        assertThat(results().platformReview()).isEqualTo(review);
        return this;
    }

    Judged pia(PiaResult pia) {
        assertThat(results().pia()).isEqualTo(pia);
        return this;
    }

    Judged legal(LegalAnalysis... analyses) {
        assertThat(results().legalAnalysis()).containsExactly(analyses);
        return this;
    }

    Judged consent(ConsentResult consent) {
        assertThat(results().collectionConsent()).isEqualTo(consent);
        return this;
    }

    Judged protocol(ProtocolResult protocol) {
        assertThat(results().privacyProtocol()).isEqualTo(protocol);
        return this;
    }

    Judged secondary(String use, SecondaryUseResult result) {
        assertThat(results().secondaryUse()).isEqualTo(Map.of(use, result));
        return this;
    }

    /** Exactly these codes. */
    Judged owes(String... codes) {
        assertThat(determination.duties()).containsExactlyInAnyOrder(codes);
        assertThat(determination.reasons()).extracting(Reason::code).containsAll(java.util.List.of(codes));
        return this;
    }

    /** Exactly these paths. */
    Judged lacks(String... paths) {
        assertThat(determination.missing()).extracting(Fact::path).containsExactlyInAnyOrder(paths);
        return this;
    }

    Judged warns(String... codes) {
        assertThat(determination.warnings()).containsExactlyInAnyOrder(codes);
        return this;
    }

    Judged doubts(String id, AccountStatus underOther) {
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

    Judged finds(String finding, Object answer) {
        assertThat(determination.trace())
                .filteredOn(step -> step.finding().code().equals(finding))
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step.answer()).isEqualTo(answer.toString()));
        return this;
    }

    Judged doesNotFind(String finding) {
        assertThat(determination.trace())
                .extracting(step -> step.finding().code())
                .doesNotContain(finding);
        return this;
    }

    /** The source of the reason for a duty. */
    Judged duty(String code, Source... sources) {
        assertThat(determination.reasons())
                .filteredOn(reason -> reason.code().equals(code))
                .extracting(Reason::source)
                .containsExactly(sources);
        return this;
    }
}
