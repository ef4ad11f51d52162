package ca.balise.social.determination.model;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.kit.reasoning.Change;
import ca.balise.kit.reasoning.Fact;
import ca.balise.kit.reasoning.Facts;
import ca.balise.kit.reasoning.Provenance;
import ca.balise.kit.reasoning.Readings;
import ca.balise.social.determination.Accounts;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of determinations.md B, cell by cell. */
class AccountRulesTest {

    private static final String[] NONE = {};

    @Test
    void theUsualAccountHasNothingLeftToDo() {
        Judged.with()
                .is(AccountStatus.COMPLIANT)
                .applies(Applicability.SUBJECT)
                .review(ReviewResult.REVIEWED)
                .pia(PiaResult.NOT_REQUIRED)
                .legal(LegalAnalysis.NOT_REQUIRED)
                .consent(ConsentResult.NOT_REQUIRED)
                .protocol(null)
                .owes(NONE)
                .lacks(NONE)
                .warns(NONE)
                .doubtsOnly(NONE)
                .finds("SUITABILITY", Item.MET)
                .finds("BANKS_REGISTERED", Item.MET)
                .finds("NOTICE_PUBLISHED", Item.MET)
                .finds("OWN_ANALYSES_SPARED", ReviewResult.REVIEWED)
                .finds("PIA_SPARED", PiaResult.NOT_REQUIRED);
    }

    // D0

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true | \"I\" | SUBJECT",
                "true | \"I.1\" | SUBJECT",
                "true | \"II\" | SUBJECT",
                "true | [\"III\", \"II\"] | SUBJECT",
                "true | \"III\" | NOT_SUBJECT",
                "true | \"IV\" | NOT_SUBJECT",
                "true | [\"IV\", \"V\"] | NOT_SUBJECT",
                "false | \"I\" | NOT_SUBJECT",
                "false | null | NOT_SUBJECT",
                "null | \"V\" | NOT_SUBJECT",
                "null | \"I\" | INDETERMINATE",
                "true | null | INDETERMINATE",
                "true | [] | INDETERMINATE",
                "null | null | INDETERMINATE",
            })
    void theNoticeAppliesToListedDepartments(String policy, String schedule, Applicability applicability) {
        var judged = Judged.with("/department/policyDepartment", policy, "/department/faaSchedule", schedule)
                .applies(applicability)
                .cites("3");
        switch (applicability) {
            case SUBJECT -> judged.is(AccountStatus.COMPLIANT).doubtsOnly(NONE);
            case NOT_SUBJECT ->
                judged.is(AccountStatus.NOT_SUBJECT).owes(NONE).lacks(NONE).doubtsOnly(NONE);
            case INDETERMINATE -> judged.is(AccountStatus.INDETERMINATE).owes(NONE);
        }
    }

    @Test
    void whatIsNotKnownOfTheBodyIsNamed() {
        Judged.with("/department/policyDepartment", "null")
                .lacks("department.policyDepartment")
                .doubtsOnly(NONE);
        Judged.with("/department/faaSchedule", "null")
                .lacks("department.faaSchedule")
                .doubts("S-A10", AccountStatus.INDETERMINATE)
                .doubtsOnly("S-A10");
        Judged.with("/department", "absent").lacks("department.faaSchedule", "department.policyDepartment");
    }

    @Test
    void aSubUnitStandsAsItsDepartmentDoes() {
        Facts.Builder facts = Facts.builder();
        AccountCase described = Accounts.read(Accounts.request());
        facts.recorded(AccountFacts.STANDS_AS_PARENT, true)
                .asserted(AccountFacts.POLICY_DEPARTMENT, true)
                .derived(AccountFacts.FAA_SCHEDULE, described.facts().value(AccountFacts.FAA_SCHEDULE));
        var determination = Accounts.RULES.determine(facts.build(), Readings.adopted(), described.asOf());
        assertThat(determination.conclusion().applicability()).isEqualTo(Applicability.SUBJECT);
        assertThat(determination.doubts())
                .filteredOn(doubt -> doubt.ambiguity().id().equals("S-A10"))
                .singleElement()
                .satisfies(doubt -> assertThat(doubt.statusUnderOtherReading()).isEqualTo(AccountStatus.INDETERMINATE));
        assertThat(determination.trace())
                .extracting(step -> step.finding().code())
                .contains("SUBJECT_BY_PARENT");
        var turned = Accounts.RULES.determine(facts.build(), Readings.adopted().turning("S-A10"), described.asOf());
        assertThat(turned.conclusion().applicability()).isEqualTo(Applicability.INDETERMINATE);
        assertThat(turned.missing()).contains(AccountFacts.FAA_SCHEDULE);
    }

    // D1, D4

    @Test
    void xIsTwitterUnlessItIsReadOtherwise() {
        Judged.with("/platform", "\"X\"", "/legalOutcome", "\"ANALYSIS_DONE\"")
                .is(AccountStatus.COMPLIANT)
                .review(ReviewResult.REVIEWED_UNDER_FORMER_NAME)
                .pia(PiaResult.NOT_REQUIRED)
                .warns("REVIEW_PREDATES_REBRAND")
                .doubts("S-A1", AccountStatus.ACTION_REQUIRED)
                .doubtsOnly("S-A1")
                .finds("REVIEWED_AS_FORMER_NAME", ReviewResult.REVIEWED_UNDER_FORMER_NAME)
                .cites("Q2.list", "Q2.2", "Q2.3");
        Judged.with("/platform", "\"X\"", "/useStarted", "true").doubts("S-A1", AccountStatus.NON_COMPLIANT);
        Judged.with("/platform", "\"Twitter\"")
                .review(ReviewResult.REVIEWED)
                .doubtsOnly(NONE)
                .warns(NONE);
    }

    @Test
    void aPlatformThatIsNotKnownLeavesTheAccountUndetermined() {
        Judged.with("/platform", "null")
                .is(AccountStatus.INDETERMINATE)
                .review(ReviewResult.INDETERMINATE)
                .pia(PiaResult.MAY_BE_REQUIRED)
                .legal(LegalAnalysis.INDETERMINATE)
                .lacks("platform", "piaDecision")
                .owes("PIA_DECISION");
        Judged.with("/platform", "null", "/uses", "[\"FRAUD_DETECTION\"]")
                .legal(LegalAnalysis.INDETERMINATE, LegalAnalysis.OWN_ANALYSES_REQUIRED);
    }

    @Test
    void aPlatformThatWasNotReviewedSendsANewAccountToLegalServicesAndThePublisher() {
        Judged.with("/platform", "\"TikTok\"", "/internalSuitabilityConfirmed", "null")
                .is(AccountStatus.ACTION_REQUIRED)
                .review(ReviewResult.NOT_REVIEWED)
                .pia(PiaResult.MAY_BE_REQUIRED)
                .legal(LegalAnalysis.CONSULT_LEGAL_SERVICES)
                .owes("CONSULT_LEGAL_SERVICES", "CONTACT_PRINCIPAL_PUBLISHER", "PIA_DECISION")
                .lacks("legalConsulted", "principalPublisherContacted", "piaDecision")
                .doubtsOnly(NONE)
                .warns(NONE)
                .finds("PUBLISHER_CONTACTED", Item.UNKNOWN)
                .finds("LEGAL_CONSULTED", Item.UNKNOWN)
                .doesNotFind("SUITABILITY")
                .doesNotFind("OWN_ANALYSES_SPARED")
                .cites("Q9.2", "Q9.2b", "Q9.3");
        Judged.with("/platform", "\"TikTok\"", "/useStarted", "true").is(AccountStatus.NON_COMPLIANT);
        Judged.with("/platform", "\"TikTok\"", "/useStarted", "false").is(AccountStatus.ACTION_REQUIRED);
        Judged.with("/platform", "\"TikTok\"", "/legalConsulted", "false", "/principalPublisherContacted", "false")
                .owes("CONSULT_LEGAL_SERVICES", "CONTACT_PRINCIPAL_PUBLISHER", "PIA_DECISION")
                .lacks("piaDecision");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null | DONE | UNKNOWN",
                "\"NO_ANALYSIS_NEEDED\" | DONE | MET",
                "\"ANALYSIS_DONE\" | DONE | MET",
                "\"ANALYSIS_NEEDED\" | COMPLETE_LEGAL_ANALYSIS | NOT_MET",
            })
    void consultingIsNotTheAnalysis(String outcome, LegalAnalysis analysis, Item item) {
        var judged = Judged.with(
                        "/platform", "\"Reddit\"",
                        "/legalConsulted", "true",
                        "/principalPublisherContacted", "true",
                        "/piaDecision", "\"COMPLETED\"",
                        "/useStarted", "true",
                        "/legalOutcome", outcome)
                .legal(analysis)
                .pia(PiaResult.COMPLETED)
                .finds("LEGAL_ANALYSIS", item);
        if (item == Item.NOT_MET) {
            judged.is(AccountStatus.NON_COMPLIANT)
                    .owes("COMPLETE_LEGAL_ANALYSIS")
                    .warns(NONE);
        } else {
            judged.is(AccountStatus.COMPLIANT)
                    .owes(NONE)
                    .warns(item == Item.UNKNOWN ? new String[] {"LEGAL_OUTCOME_UNSTATED"} : NONE);
        }
    }

    @Test
    void anAnalysisThatIsNeededIsOwedBesideTheConsultation() {
        Judged.with("/platform", "\"Reddit\"", "/legalOutcome", "\"ANALYSIS_NEEDED\"")
                .legal(LegalAnalysis.CONSULT_LEGAL_SERVICES)
                .owes(
                        "CONSULT_LEGAL_SERVICES",
                        "COMPLETE_LEGAL_ANALYSIS",
                        "CONTACT_PRINCIPAL_PUBLISHER",
                        "PIA_DECISION");
    }

    @Test
    void forAnExistingAccountThePublisherIsNotToBeContactedUnlessReadOtherwise() {
        String[] settled = {
            "/platform", "\"Reddit\"",
            "/accountState", "\"EXISTING\"",
            "/legalConsulted", "true",
            "/legalOutcome", "\"NO_ANALYSIS_NEEDED\"",
            "/piaDecision", "\"COMPLETED\""
        };
        Judged.with(settled)
                .is(AccountStatus.COMPLIANT)
                .owes(NONE)
                .doubts("S-A9", AccountStatus.ACTION_REQUIRED)
                .doubtsOnly("S-A9");
        List<String> contacted = new java.util.ArrayList<>(List.of(settled));
        contacted.addAll(List.of("/principalPublisherContacted", "true"));
        Judged.with(contacted.toArray(String[]::new)).doubtsOnly(NONE);
        List<String> closing = new java.util.ArrayList<>(List.of(settled));
        closing.set(3, "\"CLOSING\"");
        Judged.with(closing.toArray(String[]::new))
                .owes("FOLLOW_PRINCIPAL_PUBLISHER_CLOSURE_PROCESS", "RETAIN_ADMINISTRATIVE_RECORDS")
                .doubtsOnly(NONE);
    }

    // D2

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DISSEMINATION | Q4.dif",
                "INTERACTION | Q4.int",
                "ACCOUNT_MANAGEMENT | Q4.ges",
                "ACCOUNT_ANALYTICS | Q4.ana",
            })
    void fourUsesAreCovered(String use, String paragraph) {
        Judged.with("/uses", "[\"" + use + "\"]", "/analyticsAggregated", "true")
                .is(AccountStatus.COMPLIANT)
                .finds("USE_" + use, "TRUE")
                .finds("WITHIN_COMMUNICATIONS_PROGRAM", "TRUE")
                .cites(paragraph, "Q7.1")
                .doesNotFind("OTHER_USE");
    }

    @Test
    void analysisNeedsAggregatedData() {
        Judged.with("/uses", "[\"ACCOUNT_ANALYTICS\"]", "/analyticsAggregated", "false")
                .is(AccountStatus.ACTION_REQUIRED)
                .doubts("S-A6", AccountStatus.COMPLIANT)
                .doubtsOnly("S-A6")
                .finds("OTHER_USE", "TRUE");
        Judged.with("/uses", "[\"ACCOUNT_ANALYTICS\"]")
                .is(AccountStatus.INDETERMINATE)
                .pia(PiaResult.MAY_BE_REQUIRED)
                .legal(LegalAnalysis.INDETERMINATE)
                .consent(ConsentResult.INDETERMINATE)
                .lacks("analyticsAggregated", "piaDecision")
                .doubts("S-A6", AccountStatus.COMPLIANT)
                .doesNotFind("OTHER_USE");
        Judged.with("/uses", "[\"DISSEMINATION\"]", "/analyticsAggregated", "false")
                .is(AccountStatus.COMPLIANT);
    }

    @Test
    void usesAreCoveredWithinTheCommunicationsProgram() {
        Judged.with("/communicationsProgram", "false")
                .is(AccountStatus.ACTION_REQUIRED)
                .consent(ConsentResult.MAY_BE_REQUIRED)
                .doubts("S-A6", AccountStatus.COMPLIANT);
        Judged.with("/communicationsProgram", "null")
                .is(AccountStatus.INDETERMINATE)
                .lacks("communicationsProgram", "piaDecision");
        Judged.with("/communicationsProgram", "null", "/uses", "[\"ACCOUNT_ANALYTICS\"]")
                .lacks("communicationsProgram", "analyticsAggregated", "piaDecision");
    }

    @Test
    void anOtherUseIsOneWhateverTheProgramIs() {
        Judged.with("/communicationsProgram", "null", "/uses", "[\"DISSEMINATION\", \"FRAUD_DETECTION\"]")
                .is(AccountStatus.ACTION_REQUIRED)
                .legal(LegalAnalysis.OWN_ANALYSES_REQUIRED)
                .lacks(
                        "authorityVerified",
                        "ownAnalysesDone",
                        "principalPublisherContacted",
                        "otherUsePurposes",
                        "piaDecision");
        Judged.with("/communicationsProgram", "null", "/uses", "[\"FRAUD_DETECTION\"]")
                .doubtsOnly(NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]"})
    void anAccountHasSomeUse(String uses) {
        Judged.with("/uses", uses)
                .is(AccountStatus.INDETERMINATE)
                .pia(PiaResult.MAY_BE_REQUIRED)
                .consent(ConsentResult.INDETERMINATE)
                .legal(LegalAnalysis.INDETERMINATE)
                .lacks("uses", "piaDecision")
                .finds("USES_KNOWN", "UNKNOWN");
    }

    @ParameterizedTest
    @CsvSource({
        "SURVEY, COMPLIANT",
        "public surveys, COMPLIANT",
        "SONDAGE, COMPLIANT",
        "INVESTIGATION, ACTION_REQUIRED",
        "ENQUÊTE, ACTION_REQUIRED",
    })
    void aSurveyIsAnOtherUseUnlessReadOtherwise(String use, AccountStatus underOther) {
        Judged.with("/uses", "[\"" + use + "\"]")
                .is(AccountStatus.ACTION_REQUIRED)
                .doubts("S-A3", underOther)
                .doubtsOnly("S-A3")
                .cites("Q5.1");
        Judged.with("/uses", "[\"LIFESTYLE_ANALYSIS\"]").doubtsOnly(NONE);
        Judged.with("/uses", "[\"SURVEYOR\"]").doubtsOnly(NONE);
    }

    // D3

    @Test
    void theNoticeIsMandatory() {
        Judged.with(
                        "/noticePublished", "false",
                        "/noticeElements", "{\"howUsed\": false}",
                        "/noticeLanguages", "[\"en\"]",
                        "/noticeCurrent", "false")
                .is(AccountStatus.NON_COMPLIANT)
                .owes("PUBLISH_PRIVACY_NOTICE")
                .doubtsOnly(NONE)
                .finds("NOTICE_PUBLISHED", Item.NOT_MET)
                .doesNotFind("NOTICE_ELEMENT")
                .cites("Q3.1");
        Judged.with("/noticePublished", "null")
                .is(AccountStatus.INDETERMINATE)
                .owes(NONE)
                .lacks("noticePublished")
                .finds("NOTICE_PUBLISHED", Item.UNKNOWN);
        Judged.with("/noticePublished", "null", "/noticeElements", "{\"howUsed\": false}")
                .is(AccountStatus.NON_COMPLIANT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"governmentResponsibilities", "whatIsPersonalInformation", "howUsed"})
    void eachElementOfTheNoticeCounts(String element) {
        String others =
                "{\"governmentResponsibilities\": true, \"whatIsPersonalInformation\": true, \"howUsed\": true}";
        Judged.with("/noticeElements", others).is(AccountStatus.COMPLIANT).finds("NOTICE_ELEMENT", Item.MET);
        Judged.with("/noticeElements", others, "/noticeElements/" + element, "false")
                .is(AccountStatus.NON_COMPLIANT)
                .owes("COMPLETE_PRIVACY_NOTICE:" + element)
                .finds("NOTICE_ELEMENT", Item.NOT_MET)
                .cites("Q7.2");
        Judged.with("/noticeElements", others, "/noticeElements/" + element, "null")
                .is(AccountStatus.INDETERMINATE)
                .owes(NONE)
                .lacks("noticeElements." + element)
                .finds("NOTICE_ELEMENT", Item.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "{\"howUsed\": null}"})
    void ofElementsNothingStatedRaisesNoDuty(String elements) {
        Judged.with("/noticeElements", elements)
                .is(AccountStatus.COMPLIANT)
                .lacks(NONE)
                .doesNotFind("NOTICE_ELEMENT");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[\"en\"] | false", "[\"fr\"] | false", "[] | false", "[\"fr\", \"en\"] | true", "null | true"})
    void aNoticeInOneLanguageCallsForTheOther(String languages, boolean settled) {
        var judged = Judged.with("/noticeLanguages", languages);
        if (settled) {
            judged.is(AccountStatus.COMPLIANT).doubtsOnly(NONE);
        } else {
            judged.is(AccountStatus.ACTION_REQUIRED)
                    .owes("PUBLISH_NOTICE_OTHER_LANGUAGE")
                    .doubts("S-A11", AccountStatus.COMPLIANT)
                    .finds("NOTICE_LANGUAGES", Item.NOT_MET);
        }
    }

    @Test
    void anOldNoticeIsToBeUpdated() {
        Judged.with("/noticeCurrent", "false")
                .is(AccountStatus.ACTION_REQUIRED)
                .owes("UPDATE_PRIVACY_NOTICE")
                .finds("NOTICE_CURRENT", Item.NOT_MET)
                .cites("Q1.3");
        Judged.with("/noticeCurrent", "true").is(AccountStatus.COMPLIANT).finds("NOTICE_CURRENT", Item.MET);
        Judged.with("/noticeLanguages", "[\"en\",\"fr\"]").finds("NOTICE_LANGUAGES", Item.MET);
        Judged.with().doesNotFind("NOTICE_CURRENT").doesNotFind("NOTICE_LANGUAGES");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FACEBOOK", "X"})
    void onAReviewedPlatformTheDepartmentDecidesThatItSuits(String platform) {
        Judged.with("/platform", "\"" + platform + "\"", "/internalSuitabilityConfirmed", "null")
                .is(AccountStatus.ACTION_REQUIRED)
                .owes("CONFIRM_INTERNAL_SUITABILITY")
                .lacks("internalSuitabilityConfirmed");
        Judged.with("/platform", "\"" + platform + "\"", "/internalSuitabilityConfirmed", "false")
                .is(AccountStatus.ACTION_REQUIRED)
                .owes("CONFIRM_INTERNAL_SUITABILITY")
                .lacks(NONE)
                .finds("SUITABILITY", Item.NOT_MET);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[\"PSU 938\", \"PSU 914\"] | ",
                "[\"POU 938\", \"psu914\", \"PSU 901\"] | ",
                "[\"PSU-938\", \"POU_914\"] | ",
                "[\"PSU 914\"] | PSU 938",
                "[\"PSU 938\"] | PSU 914",
                "[\"PSU 9380\", \"PSU 914\"] | PSU 938",
                "[] | PSU 938,PSU 914",
            })
    void theTwoStandardBanksAreToBeRegistered(String banks, String unregistered) {
        var judged = Judged.with("/pibsRegistered", banks).cites("Q10.2").lacks(NONE);
        if (unregistered == null) {
            judged.is(AccountStatus.COMPLIANT).doubtsOnly(NONE);
        } else {
            judged.is(AccountStatus.ACTION_REQUIRED)
                    .owes(java.util.Arrays.stream(unregistered.split(","))
                            .map(bank -> "REGISTER_PIB:" + bank)
                            .toArray(String[]::new))
                    .pia(PiaResult.NOT_REQUIRED)
                    .doubts("S-A7", AccountStatus.COMPLIANT)
                    .finds("BANKS_REGISTERED", Item.NOT_MET);
        }
    }

    @Test
    void banksOfWhichNothingIsStatedAreToBeShown() {
        Judged.with("/pibsRegistered", "null")
                .is(AccountStatus.ACTION_REQUIRED)
                .owes("REGISTER_PIB:PSU 938", "REGISTER_PIB:PSU 914")
                .lacks("pibsRegistered")
                .finds("BANKS_REGISTERED", Item.UNKNOWN)
                .doubts("S-A7", AccountStatus.COMPLIANT);
    }

    // D3n, D3e, D3c

    @ParameterizedTest
    @CsvSource({
        "atipConsulted, CONSULT_ATIP_COORDINATOR, Q1.2, ATIP_CONSULTED",
        "requestFormSubmitted, SUBMIT_REQUEST_FORM, Q3.1b, FORM_SUBMITTED",
        "principalPublisherPermission, OBTAIN_PRINCIPAL_PUBLISHER_PERMISSION, Q1.1b, PERMISSION_GRANTED",
    })
    void aNewAccountOwesThree(String fact, String duty, String paragraph, String finding) {
        Judged.with("/" + fact, "false")
                .is(AccountStatus.NON_COMPLIANT)
                .owes(duty)
                .lacks(NONE)
                .finds(finding, Item.NOT_MET)
                .cites(paragraph);
        Judged.with("/" + fact, "null")
                .is(AccountStatus.INDETERMINATE)
                .owes(NONE)
                .lacks(fact)
                .finds(finding, Item.UNKNOWN);
        Judged.with().finds(finding, Item.MET);
    }

    @Test
    void anExistingAccountNeedsNoFormAndExpectsConfirmation() {
        Judged.with(
                        "/accountState", "\"EXISTING\"",
                        "/requestFormSubmitted", "false",
                        "/principalPublisherPermission", "null")
                .is(AccountStatus.COMPLIANT)
                .owes(NONE)
                .lacks(NONE)
                .doubtsOnly(NONE)
                .finds("ATIP_CONFIRMED", Item.MET)
                .cites("Q3.1b", "Q3.2");
        Judged.with("/accountState", "\"EXISTING\"", "/atipConsulted", "false")
                .is(AccountStatus.ACTION_REQUIRED)
                .owes("ATIP_CONFIRMATION_EXPECTED")
                .doubts("S-A8", AccountStatus.NON_COMPLIANT);
        Judged.with("/accountState", "\"EXISTING\"", "/atipConsulted", "null")
                .is(AccountStatus.ACTION_REQUIRED)
                .owes("ATIP_CONFIRMATION_EXPECTED")
                .lacks("atipConsulted")
                .doubts("S-A8", AccountStatus.INDETERMINATE);
    }

    @Test
    void anAccountIsClosedByTheProcessAndItsRecordsKept() {
        Judged.with("/accountState", "\"CLOSING\"", "/atipConsulted", "null", "/requestFormSubmitted", "false")
                .is(AccountStatus.ACTION_REQUIRED)
                .owes("FOLLOW_PRINCIPAL_PUBLISHER_CLOSURE_PROCESS", "RETAIN_ADMINISTRATIVE_RECORDS")
                .lacks(NONE)
                .finds("CLOSING_BY_PROCESS", "CLOSING")
                .finds("RECORDS_OUTLIVE_THE_ACCOUNT", "CLOSING")
                .cites("Q1.1", "Q11.1");
        Judged.with("/accountState", "\"CLOSING\"", "/noticePublished", "false").is(AccountStatus.NON_COMPLIANT);
    }

    @Test
    void whetherAnAccountIsNewHasToBeStated() {
        Judged.with("/accountState", "null", "/createdOn", "\"2021-01-20\"")
                .is(AccountStatus.INDETERMINATE)
                .owes(NONE)
                .lacks("accountState")
                .doubts("S-A12", AccountStatus.INDETERMINATE)
                .doubtsOnly("S-A12")
                .cites("1", "Q3.1", "Q3.1b");
        Judged.with("/accountState", "null", "/noticePublished", "false").is(AccountStatus.NON_COMPLIANT);
        Judged.with("/createdOn", "\"2021-01-20\"").is(AccountStatus.COMPLIANT).doubtsOnly(NONE);
    }

    // D5

    @Test
    void anOtherUseIsTheDepartmentsOwnToAnswerFor() {
        Judged.with(
                        "/uses",
                        "[\"LIFESTYLE_ANALYSIS\"]",
                        "/otherUsePurposes",
                        "{\"LIFESTYLE_ANALYSIS\": \"ADMINISTRATIVE\"}")
                .is(AccountStatus.ACTION_REQUIRED)
                .pia(PiaResult.MAY_BE_REQUIRED)
                .legal(LegalAnalysis.OWN_ANALYSES_REQUIRED)
                .consent(ConsentResult.MAY_BE_REQUIRED)
                .protocol(null)
                .owes("VERIFY_AUTHORITY", "OWN_COMPLIANCE_ANALYSES", "CONSULT_PRINCIPAL_PUBLISHER", "PIA_DECISION")
                .lacks("authorityVerified", "ownAnalysesDone", "principalPublisherContacted", "piaDecision")
                .finds("OWN_RESPONSIBILITY", Item.UNKNOWN)
                .finds("PUBLISHER_CONSULTED", Item.UNKNOWN)
                .doubtsOnly(NONE)
                .cites("Q5.1", "Q5.2", "Q5.2b", "Q5.3", "Q9.2");
        Judged.with("/uses", "[\"FRAUD_DETECTION\"]", "/useStarted", "true").is(AccountStatus.NON_COMPLIANT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"authorityVerified", "ownAnalysesDone", "principalPublisherContacted"})
    void eachPartOfItIsOwedUntilItIsShown(String open) {
        String[] request = {
            "/uses",
            "[\"FRAUD_DETECTION\"]",
            "/otherUsePurposes",
            "{\"FRAUD_DETECTION\": \"ADMINISTRATIVE\"}",
            "/authorityVerified",
            "true",
            "/ownAnalysesDone",
            "true",
            "/principalPublisherContacted",
            "true",
            "/piaDecision",
            "\"COMPLETED\"",
            "/useStarted",
            "true",
            "/" + open,
            "false"
        };
        Judged.with(request).is(AccountStatus.NON_COMPLIANT).lacks(NONE);
        request[request.length - 1] = "true";
        Judged.with(request)
                .is(AccountStatus.COMPLIANT)
                .owes(NONE)
                .legal(LegalAnalysis.OWN_ANALYSES_REQUIRED)
                .consent(ConsentResult.MAY_BE_REQUIRED)
                .finds("OWN_RESPONSIBILITY", Item.MET)
                .finds("PUBLISHER_CONSULTED", Item.MET);
    }

    @Test
    void thePublisherIsConsultedForNewAccountsOnly() {
        Judged.with("/uses", "[\"FRAUD_DETECTION\"]", "/accountState", "\"EXISTING\"")
                .owes("VERIFY_AUTHORITY", "OWN_COMPLIANCE_ANALYSES", "PIA_DECISION")
                .doesNotFind("PUBLISHER_CONSULTED");
        Judged.with("/uses", "[\"FRAUD_DETECTION\"]", "/platform", "\"TikTok\"")
                .legal(LegalAnalysis.CONSULT_LEGAL_SERVICES, LegalAnalysis.OWN_ANALYSES_REQUIRED)
                .owes(
                        "CONSULT_LEGAL_SERVICES",
                        "CONTACT_PRINCIPAL_PUBLISHER",
                        "VERIFY_AUTHORITY",
                        "OWN_COMPLIANCE_ANALYSES",
                        "CONSULT_PRINCIPAL_PUBLISHER",
                        "PIA_DECISION");
    }

    @Test
    void aNonAdministrativePurposeAllowsAProtocol() {
        String[] settled = {
            "/uses", "[\"RESEARCH\"]",
            "/otherUsePurposes", "{\"RESEARCH\": \"NON_ADMINISTRATIVE\"}",
            "/authorityVerified", "true",
            "/ownAnalysesDone", "true",
            "/principalPublisherContacted", "true"
        };
        Judged.with(settled)
                .is(AccountStatus.ACTION_REQUIRED)
                .protocol(ProtocolResult.MAY_ESTABLISH)
                .owes("PIA_DECISION")
                .doubts("S-A4", AccountStatus.COMPLIANT)
                .doubtsOnly("S-A4")
                .cites("Q5.2c");
        settled[1] = "[\"RESEARCH\", \"FRAUD_DETECTION\"]";
        Judged.with(settled)
                .protocol(ProtocolResult.MAY_ESTABLISH)
                .doubtsOnly(NONE)
                .lacks("otherUsePurposes", "piaDecision");
    }

    @Test
    void consentIsOurInference() {
        var judged = Judged.with("/uses", "[\"FRAUD_DETECTION\"]");
        judged.duty(
                "COLLECTION_CONSENT_MAY_BE_REQUIRED",
                Accounts.BOOK.rule("COLLECTION_CONSENT_MAY_BE_REQUIRED").source());
        assertThat(Accounts.BOOK.rule("COLLECTION_CONSENT_MAY_BE_REQUIRED").source())
                .isInstanceOf(ca.balise.kit.reasoning.Source.OwnRule.class);
    }

    // D6, D7

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MODERATION",
                "PROGRAM_EVALUATION",
                "TRANSFER_QUESTION_INTERNAL",
                "TRANSFER_QUESTION_EXTERNAL",
                "TRANSFER_COMPLAINT_INTERNAL",
                "TRANSFER_COMPLAINT_EXTERNAL"
            })
    void theExamplesAreConsistent(String use) {
        Judged.with("/secondaryUses", "[\"" + use + "\", \"" + use + "\"]")
                .is(AccountStatus.COMPLIANT)
                .secondary(use, SecondaryUseResult.CONSISTENT)
                .finds("CONSISTENT_USE", SecondaryUseResult.CONSISTENT)
                .cites("Q6.1", "Q6.1b");
    }

    @Test
    void anotherSecondaryUseIsToBeAnsweredFor() {
        Judged.with("/secondaryUses", "[\"PROFILING\"]")
                .is(AccountStatus.ACTION_REQUIRED)
                .secondary("PROFILING", SecondaryUseResult.NOT_CONSISTENT)
                .pia(PiaResult.MAY_BE_REQUIRED)
                .legal(LegalAnalysis.OWN_ANALYSES_REQUIRED)
                .consent(ConsentResult.NOT_REQUIRED)
                .owes("SECONDARY_USE_CONSENT_DECISION", "VERIFY_AUTHORITY", "OWN_COMPLIANCE_ANALYSES", "PIA_DECISION")
                .lacks("authorityVerified", "ownAnalysesDone", "piaDecision")
                .finds("OWN_RESPONSIBILITY_FOR_SECONDARY_USE", Item.UNKNOWN)
                .finds("SECONDARY_USE_MAY_CALL_FOR_PIA", "TRUE")
                .finds("INFORMATION_OR_PURPOSE_OUTSIDE_THE_BANKS", "TRUE")
                .doesNotFind("OTHER_USE_MAY_CALL_FOR_PIA")
                .cites("Q6.1", "Q6.2", "Q6.2b", "Q10.2b");
        Judged.with("/secondaryUses", "[\"PROFILING\"]", "/useStarted", "true").is(AccountStatus.NON_COMPLIANT);
        Judged.with(
                        "/secondaryUses", "[\"PROFILING\"]",
                        "/useStarted", "true",
                        "/authorityVerified", "true",
                        "/ownAnalysesDone", "true",
                        "/piaDecision", "\"COMPLETED\"")
                .is(AccountStatus.ACTION_REQUIRED)
                .owes("SECONDARY_USE_CONSENT_DECISION")
                .finds("OWN_RESPONSIBILITY_FOR_SECONDARY_USE", Item.MET);
    }

    @Test
    void oneDutyMayRestOnBothGrounds() {
        Judged.with("/secondaryUses", "[\"PROFILING\"]", "/uses", "[\"FRAUD_DETECTION\"]")
                .duty(
                        "VERIFY_AUTHORITY",
                        Accounts.BOOK.rule("VERIFY_AUTHORITY").source(),
                        Accounts.BOOK.rule("VERIFY_AUTHORITY_FOR_SECONDARY_USE").source())
                .owes(
                        "VERIFY_AUTHORITY",
                        "OWN_COMPLIANCE_ANALYSES",
                        "CONSULT_PRINCIPAL_PUBLISHER",
                        "SECONDARY_USE_CONSENT_DECISION",
                        "PIA_DECISION")
                .legal(LegalAnalysis.OWN_ANALYSES_REQUIRED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"PROFILING\": {\"bank\": \"PSU 938\", \"quote\": \"words\"}} | CONSISTENT",
                "{\"PROFILING\": {\"bank\": \"POU 914\", \"quote\": \"words\"}} | CONSISTENT",
                "{\"PROFILING\": {\"bank\": \"PSU 901\", \"quote\": \"words\"}} | NOT_CONSISTENT",
                "{\"PROFILING\": {\"bank\": \"PSU 938\", \"quote\": \" \"}} | NOT_CONSISTENT",
                "{\"PROFILING\": {\"bank\": \"PSU 938\"}} | NOT_CONSISTENT",
                "{\"PROFILING\": {\"quote\": \"words\"}} | NOT_CONSISTENT",
                "{\"PROFILING\": null} | NOT_CONSISTENT",
                "{\"OTHER\": {\"bank\": \"PSU 938\", \"quote\": \"words\"}} | NOT_CONSISTENT",
                "null | NOT_CONSISTENT",
            })
    void anotherUseCanBeShownToBeConsistent(String shown, SecondaryUseResult result) {
        Judged.with("/secondaryUses", "[\"PROFILING\"]", "/pibConsistentUse", shown)
                .secondary("PROFILING", result)
                .is(result == SecondaryUseResult.CONSISTENT ? AccountStatus.COMPLIANT : AccountStatus.ACTION_REQUIRED);
    }

    @Test
    void aMailingListNeedsConsent() {
        Judged.with("/secondaryUses", "[\"MAILING_LIST\"]", "/mailingListConsent", "true")
                .is(AccountStatus.COMPLIANT)
                .secondary("MAILING_LIST", SecondaryUseResult.CONSISTENT_WITH_CONSENT)
                .doubtsOnly(NONE)
                .cites("Q8");
        Judged.with("/secondaryUses", "[\"MAILING_LIST\"]", "/mailingListConsent", "false")
                .is(AccountStatus.NON_COMPLIANT)
                .secondary("MAILING_LIST", SecondaryUseResult.CONSENT_REQUIRED)
                .owes("OBTAIN_MAILING_LIST_CONSENT")
                .pia(PiaResult.NOT_REQUIRED)
                .doubts("S-A5", AccountStatus.COMPLIANT)
                .lacks(NONE);
        Judged.with("/secondaryUses", "[\"MAILING_LIST\"]")
                .is(AccountStatus.ACTION_REQUIRED)
                .secondary("MAILING_LIST", SecondaryUseResult.CONSENT_UNKNOWN)
                .owes("PROVE_MAILING_LIST_CONSENT")
                .doubts("S-A5", AccountStatus.COMPLIANT)
                .lacks("mailingListConsent");
        Judged.with("/mailingListConsent", "false").is(AccountStatus.COMPLIANT);
    }

    // D8

    @ParameterizedTest
    @ValueSource(strings = {"NAME", "CONTACT", "BIOGRAPHICAL", "IMAGE", "OPINIONS", "COMMENTS", "IP_ADDRESS", "HANDLE"})
    void theListedInformationCallsForNoAssessment(String information) {
        Judged.with("/personalInformation", "[\"" + information + "\"]")
                .is(AccountStatus.COMPLIANT)
                .finds("INFORMATION_LISTED", "TRUE")
                .cites("Q10.1");
    }

    @Test
    void otherInformationReopensTheQuestion() {
        Judged.with("/personalInformation", "[\"NAME\", \"SIN\"]")
                .is(AccountStatus.ACTION_REQUIRED)
                .pia(PiaResult.MAY_BE_REQUIRED)
                .owes("REVIEW_PIB_COVERAGE", "PIA_DECISION")
                .legal(LegalAnalysis.NOT_REQUIRED)
                .finds("INFORMATION_OR_PURPOSE_OUTSIDE_THE_BANKS", "TRUE")
                .doesNotFind("SECONDARY_USE_MAY_CALL_FOR_PIA");
        Judged.with("/personalInformation", "[\"SIN\"]", "/piaDecision", "\"COMPLETED\"")
                .is(AccountStatus.ACTION_REQUIRED)
                .owes("REVIEW_PIB_COVERAGE");
        Judged.with("/personalInformation", "[]").is(AccountStatus.COMPLIANT);
        Judged.with("/personalInformation", "null")
                .is(AccountStatus.INDETERMINATE)
                .pia(PiaResult.MAY_BE_REQUIRED)
                .lacks("personalInformation", "piaDecision")
                .owes("PIA_DECISION")
                .doesNotFind("INFORMATION_OR_PURPOSE_OUTSIDE_THE_BANKS");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null | null | MAY_BE_REQUIRED | piaDecision",
                "\"IN_PROGRESS\" | null | IN_PROGRESS | ",
                "\"COMPLETED\" | null | COMPLETED | ",
                "\"NOT_NECESSARY\" | null | MAY_BE_REQUIRED | piaRationale",
                "\"NOT_NECESSARY\" | \" \" | MAY_BE_REQUIRED | piaRationale",
                "\"NOT_NECESSARY\" | \"Small audience.\" | DECIDED_NOT_NECESSARY | ",
            })
    void aPersonDecidesWithReasons(String decision, String rationale, PiaResult result, String lacks) {
        var judged = Judged.with(
                        "/platform", "\"Reddit\"",
                        "/legalConsulted", "true",
                        "/legalOutcome", "\"NO_ANALYSIS_NEEDED\"",
                        "/principalPublisherContacted", "true",
                        "/piaDecision", decision,
                        "/piaRationale", rationale)
                .pia(result)
                .finds("PIA_DECIDED", result)
                .lacks(lacks == null ? NONE : new String[] {lacks});
        boolean decided = result == PiaResult.COMPLETED || result == PiaResult.DECIDED_NOT_NECESSARY;
        judged.is(decided ? AccountStatus.COMPLIANT : AccountStatus.ACTION_REQUIRED)
                .owes(decided ? NONE : new String[] {"PIA_DECISION"});
    }

    @Test
    void mitigationsThatAnAssessmentLeftOpenAreToBeTaken() {
        String[] request = {
            "/uses", "[\"FRAUD_DETECTION\"]",
            "/authorityVerified", "true",
            "/ownAnalysesDone", "true",
            "/principalPublisherContacted", "true",
            "/piaDecision", "\"COMPLETED\"",
            "/mitigationOpen", "true"
        };
        Judged.with(request)
                .is(AccountStatus.ACTION_REQUIRED)
                .owes("MITIGATE_RISKS")
                .cites("Q5.2b");
        request[11] = "false";
        Judged.with(request).is(AccountStatus.COMPLIANT).owes(NONE);
        request[9] = "\"IN_PROGRESS\"";
        request[11] = "true";
        Judged.with(request).owes("PIA_DECISION");
        Judged.with("/mitigationOpen", "true").is(AccountStatus.COMPLIANT);
    }

    // C

    @Test
    void whatIsMissingWeighsMoreThanWhatIsNotKnownAndThatMoreThanWhatIsOpen() {
        Judged.with("/noticePublished", "false", "/uses", "null", "/noticeCurrent", "false")
                .is(AccountStatus.NON_COMPLIANT)
                .finds("ITEMS_ADDED_UP", AccountStatus.NON_COMPLIANT);
        Judged.with("/uses", "null", "/noticeCurrent", "false").is(AccountStatus.INDETERMINATE);
        Judged.with("/noticeCurrent", "false").is(AccountStatus.ACTION_REQUIRED).doesNotFind("USE_STARTED");
        Judged.with("/noticeCurrent", "false", "/useStarted", "true").is(AccountStatus.ACTION_REQUIRED);
        Judged.with("/platform", "\"TikTok\"", "/useStarted", "true", "/noticePublished", "null")
                .is(AccountStatus.NON_COMPLIANT)
                .finds("USE_STARTED", "TRUE");
    }

    // The rest

    @Test
    void changesNameTheSmallestSetsOfFacts() {
        var determination = Accounts.determine(Accounts.request("/internalSuitabilityConfirmed", "null"));
        assertThat(Accounts.RULES.changes(determination))
                .contains(new Change<>(List.of(AccountFacts.INTERNAL_SUITABILITY), AccountStatus.COMPLIANT));
        assertThat(Accounts.RULES.changes(determination))
                .allSatisfy(change -> assertThat(change.facts()).hasSizeLessThanOrEqualTo(3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/uses | null | uses | COMPLIANT",
                "/uses | null | uses | ACTION_REQUIRED",
                "/personalInformation | null | personalInformation | COMPLIANT",
                "/platform | null | platform | COMPLIANT",
                "/platform | null | platform | ACTION_REQUIRED",
                "/department/faaSchedule | null | department.faaSchedule | COMPLIANT",
                "/department/faaSchedule | null | department.faaSchedule | NOT_SUBJECT",
                "/pibsRegistered | null | pibsRegistered | COMPLIANT",
                "/accountState | null | accountState | COMPLIANT",
                "/noticePublished | null | noticePublished | NON_COMPLIANT",
            })
    void aFactThatIsNotKnownIsSaidToMatter(String at, String json, String path, AccountStatus status) {
        var determination = Accounts.determine(Accounts.request(at, json));
        assertThat(Accounts.RULES.changes(determination)).anySatisfy(change -> {
            assertThat(change.facts()).extracting(Fact::path).contains(path);
            assertThat(change.status()).isEqualTo(status);
        });
    }

    @Test
    void theStatusAloneIsThatOfTheDetermination() {
        AccountCase described = Accounts.read(Accounts.request("/platform", "\"X\""));
        assertThat(Accounts.RULES.status(described.facts(), Readings.adopted(), described.asOf()))
                .isEqualTo(AccountStatus.COMPLIANT);
    }

    @Test
    void thePlatformsStandingIsOnRecordAndTheRestIsStated() {
        AccountCase described = Accounts.read(Accounts.request("/platform", "\"Linked In\""));
        assertThat(described.facts().provenance(AccountFacts.PLATFORM)).isEqualTo(Provenance.RECORDED);
        assertThat(described.facts().provenance(AccountFacts.USES)).isEqualTo(Provenance.ASSERTED);
        assertThat(described.facts().value(AccountFacts.PLATFORM_NAME)).isEqualTo("linkedin");
    }

    @Test
    void aCaseHasOneSpelling() {
        AccountCase one = Accounts.read(Accounts.request("/uses", "[\"INTERACTION\", \"secret\"]"));
        assertThat(one.canonical().text()).contains("\"uses\":[\"INTERACTION\",\"secret\"]", "\"asOf\":\"2026-11-02\"");
        assertThat(one.canonical())
                .isEqualTo(Accounts.read(Accounts.request(
                                "/uses", "[\"INTERACTION\", \"secret\"]", "/platform", "\"face book\""))
                        .canonical());
    }

    @Test
    void onlyCodesAreShown() {
        JsonNode answer = Accounts.answer(Accounts.request("/uses", "[\"INTERACTION\", \"secret\"]"));
        assertThat(answer.toString())
                .contains("\"value\":\"INTERACTION, OTHER\"")
                .doesNotContain("secret");
    }
}
