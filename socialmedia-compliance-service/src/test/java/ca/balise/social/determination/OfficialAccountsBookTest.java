package ca.balise.social.determination;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.kit.reasoning.Ambiguity;
import ca.balise.kit.reasoning.BilingualText;
import ca.balise.kit.reasoning.Finding;
import ca.balise.kit.reasoning.Force;
import ca.balise.kit.reasoning.Rule;
import ca.balise.kit.reasoning.RuleBook;
import ca.balise.kit.reasoning.Source;
import ca.balise.kit.testing.KnownCase;
import ca.balise.kit.testing.VerbatimQuotes;
import ca.balise.social.determination.model.AccountStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of accounts and of retention as data. */
class OfficialAccountsBookTest {

    private static final RuleBook RETENTION = RuleBook.read(OfficialAccountsBookTest.class, "/rules/retention.yaml");

    static Stream<RuleBook> books() {
        return Stream.of(Accounts.BOOK, RETENTION);
    }

    @ParameterizedTest
    @MethodSource("books")
    void everyQuoteStandsInTheNoticeToTheLetter(RuleBook book) {
        VerbatimQuotes.assertAllStandIn(book);
    }

    @Test
    void aParagraphIsWhatTheCasesCallIt() {
        List<Source.Citation> citations = Stream.of(Accounts.BOOK, RETENTION)
                .flatMap(book -> book.citations().stream())
                .toList();
        KnownCase.paragraphs("socialmedia-determinations.json")
                .properties()
                .forEach(known -> assertThat(citations)
                        .as(known.getKey())
                        .anyMatch(citation -> citation.paragraph().equals(known.getKey())
                                && citation.quote()
                                        .replace('\u00a0', ' ')
                                        .equals(known.getValue().get("quoteFr").asText())));
    }

    @ParameterizedTest
    @EnumSource
    void aReasonBindsAsItsStatusDoes(AccountStatus status) {
        Force force = Accounts.BOOK.rule("ACCOUNT_" + status).force();
        assertThat(force)
                .isEqualTo(
                        switch (status) {
                            case NON_COMPLIANT -> Force.MUST;
                            case ACTION_REQUIRED -> Force.SHOULD;
                            case INDETERMINATE -> Force.REFER;
                            case COMPLIANT, NOT_SUBJECT -> Force.MAY;
                        });
    }

    /** « doit », « devra », « obligatoires » oblige; « on s’attend » expects; « pourrait », « il est possible » allows. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MUST | PUBLISH_PRIVACY_NOTICE",
                "MUST | COMPLETE_PRIVACY_NOTICE:howUsed",
                "MUST | CONSULT_ATIP_COORDINATOR",
                "MUST | SUBMIT_REQUEST_FORM",
                "MUST | OBTAIN_PRINCIPAL_PUBLISHER_PERMISSION",
                "MUST | CONSULT_LEGAL_SERVICES",
                "MUST | CONTACT_PRINCIPAL_PUBLISHER",
                "MUST | VERIFY_AUTHORITY",
                "MUST | OWN_COMPLIANCE_ANALYSES",
                "MUST | CONSULT_PRINCIPAL_PUBLISHER",
                "MUST | FOLLOW_PRINCIPAL_PUBLISHER_CLOSURE_PROCESS",
                "MUST | RETAIN_ADMINISTRATIVE_RECORDS",
                "SHOULD | ATIP_CONFIRMATION_EXPECTED",
                "MAY | PIA_DECISION",
                "MAY | MITIGATE_RISKS",
                "MAY | SECONDARY_USE_CONSENT_DECISION",
                "MAY | COLLECTION_CONSENT_MAY_BE_REQUIRED",
                "MAY | PRIVACY_PROTOCOL_MAY_BE_ESTABLISHED",
                "MAY | PIA_NOT_REQUIRED",
            })
    void aRuleBindsAsItsWordsDo(Force force, String code) {
        assertThat(Accounts.BOOK.rule(code).force()).isEqualTo(force);
    }

    @Test
    void theTwelveOpenPointsHaveBothReadings() {
        assertThat(Stream.of(Accounts.BOOK, RETENTION)
                        .flatMap(book -> book.ambiguities().stream())
                        .map(Ambiguity::id))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 12).mapToObj(i -> "S-A" + i).toList());
        assertThat(Accounts.BOOK.ambiguities())
                .allSatisfy(ambiguity -> assertThat(ambiguity.citations()).isNotEmpty());
    }

    @Test
    void whatIsOursIsLabelledSo() {
        assertThat(Stream.of(Accounts.BOOK, RETENTION)
                        .flatMap(book -> book.rules().stream())
                        .filter(rule -> rule.source() instanceof Source.OwnRule)
                        .map(Rule::code)
                        .distinct())
                .containsExactlyInAnyOrder(
                        "ACCOUNT_COMPLIANT",
                        "ACCOUNT_ACTION_REQUIRED",
                        "ACCOUNT_NON_COMPLIANT",
                        "ACCOUNT_INDETERMINATE",
                        "REVIEW_PREDATES_REBRAND",
                        "PUBLISH_NOTICE_OTHER_LANGUAGE",
                        "COLLECTION_CONSENT_MAY_BE_REQUIRED",
                        "RETAIN_WHILE_HELD",
                        "RETENTION_UNKNOWN",
                        "VERIFY_NO_HOLD",
                        "MISSING_HANDLE_RECORD",
                        "MISSING_COMMENT_RECORD");
    }

    @ParameterizedTest
    @MethodSource("books")
    void frenchIsWrittenAsCanadiansDo(RuleBook book) {
        assertThat(texts(book).map(BilingualText::fr))
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain("'", "\"")
                        .doesNotContainPattern("[ \\u00A0][;?!]|[^\\u00A0]:|«[^\\u00A0]|[^\\u00A0]»"));
    }

    @ParameterizedTest
    @MethodSource("books")
    void englishUsesTypographicApostrophes(RuleBook book) {
        assertThat(texts(book).map(BilingualText::en))
                .allSatisfy(text -> assertThat(text).doesNotContain("'", "\"").endsWith("."));
    }

    private static Stream<BilingualText> texts(RuleBook book) {
        List<BilingualText> texts = new ArrayList<>();
        for (Rule rule : book.rules()) {
            texts.add(rule.message());
            if (rule.source() instanceof Source.OwnRule own) {
                texts.add(own.rationale());
            }
        }
        book.findings().stream().map(Finding::message).forEach(texts::add);
        for (Ambiguity ambiguity : book.ambiguities()) {
            texts.addAll(List.of(ambiguity.readingAdopted(), ambiguity.otherReading(), ambiguity.rationale()));
        }
        return texts.stream();
    }
}
