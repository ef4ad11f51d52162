package ca.balise.genai.determination.model;

import static ca.balise.genai.determination.model.ExemptionState.MET;
import static ca.balise.genai.determination.model.ExemptionState.NOT_MET;
import static ca.balise.genai.determination.model.ReasonCode.*;
import static ca.balise.genai.determination.model.SuspensionStatus.EXCEPTED;
import static ca.balise.genai.determination.model.SuspensionStatus.INDETERMINATE;
import static ca.balise.genai.determination.model.SuspensionStatus.NOT_COVERED;
import static ca.balise.genai.determination.model.SuspensionStatus.SUSPENDED;
import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.kit.reasoning.Change;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R6 and R7, clause by clause: the five exceptions, and what remains. */
class ExemptionsTest {

    private static final String MCN = "/facts/exceptions/mcnExperiment";
    private static final String CASE = "/facts/exceptions/businessCase";
    private static final String APPROACH = "/facts/exceptions/structuredApproach";
    private static final String EARLIER = "/facts/exceptions/preExisting";
    private static final String DPI = "/facts/exceptions/dpiAuthorization";
    private static final String FROM = "/measure/inForceFrom";
    private static final String ACTIVITIES = "/facts/use/activities";
    private static final String DEPLOYMENT = "[\"DEPLOYMENT\"]";

    private static final String WHOLE_APPROACH = """
            {"purpose": "SERVICE_IMPROVEMENT", "principlesDemonstrated": true,
             "riskManagement": {"organizationalRiskAssessed": true, "privacyAssessed": true, "mitigationImplemented": true},
             "securityOpinion": {"favourable": "YES", "written": true, "unit": "OWN"},
             "dataQualityAssured": true, "relevance": {"document": "DECISION_NOTE", "addressee": "DI"},
             "trainingProvided": true, "declaredInCollection": true}""";

    private static final String WHOLE_EARLIER = """
            {"effectiveSince": "2024-10-01", "securityApproval": {"approved": true, "approvedOn": "2024-09-01"},
             "privacyAssessmentRequired": true, "privacyAssessmentCompleted": true,
             "privacyAssessmentCompletedOn": "2024-09-02", "changeScope": "SAME"}""";

    private static final String WHOLE_AUTHORIZATION = """
            {"requestedByOrganization": true, "decidedBy": "DPI", "decision": "AUTHORIZED", "decidedOn": "2025-05-12",
             "coversUse": true}""";

    private static Judged approach(String from, String to) {
        assertThat(WHOLE_APPROACH).contains(from);
        return Judged.with(APPROACH, WHOLE_APPROACH.replace(from, to), ACTIVITIES, DEPLOYMENT);
    }

    private static Judged earlier(String from, String to, String... changes) {
        assertThat(WHOLE_EARLIER).contains(from);
        String[] all = new String[changes.length + 4];
        System.arraycopy(changes, 0, all, 4, changes.length);
        all[0] = EARLIER;
        all[1] = WHOLE_EARLIER.replace(from, to);
        all[2] = ACTIVITIES;
        all[3] = DEPLOYMENT;
        return Judged.with(all);
    }

    private static Judged authorization(String from, String to, String... changes) {
        assertThat(WHOLE_AUTHORIZATION).contains(from);
        String[] all = new String[changes.length + 2];
        System.arraycopy(changes, 0, all, 2, changes.length);
        all[0] = DPI;
        all[1] = WHOLE_AUTHORIZATION.replace(from, to);
        return Judged.with(all);
    }

    // FAQ-9

    @Test
    void anExceptionIsClaimedByItsObjectBeingThere() {
        assertThat(Judged.with(MCN, "null").determination.conclusion().exemptions())
                .isEmpty();
        Judged.with(MCN, "{}")
                .is(SUSPENDED, PROJECT_COVERED)
                .claims(Exemption.MCN_EXPERIMENT, NOT_MET, "exceptions.mcnExperiment.included")
                .missing("exceptions.mcnExperiment.included");
    }

    @Test
    void anyOneSufficesAndAllThatAreMetAreNamed() {
        Judged judged = Judged.with(DPI, WHOLE_AUTHORIZATION, EARLIER, WHOLE_EARLIER, APPROACH, "{}")
                .is(EXCEPTED, PRE_EXISTING)
                .missing()
                .claims(Exemption.DPI_AUTHORIZATION, MET)
                .cites("FAQ-9", "FAQ-9.3", "FAQ-9.4", "FAQ-9.5");
        assertThat(judged.determination.conclusion().exemptionsMet())
                .containsExactly(Exemption.PRE_EXISTING, Exemption.DPI_AUTHORIZATION);
        assertThat(judged.determination.conclusion().exemptions().getFirst().missing())
                .isNotEmpty();
    }

    // FAQ-9.1

    @Test
    void thisVeryAssistantMustBePartOfTheExperiment() {
        Judged.with(MCN, "{\"included\": true}").is(EXCEPTED, MCN_EXPERIMENT).cites("FAQ-9", "FAQ-9.1");
        Judged.with(MCN, "{\"included\": false, \"organizationParticipates\": true}")
                .is(SUSPENDED, PROJECT_COVERED)
                .missing("exceptions.mcnExperiment.included")
                .finds("MCN_EXPERIMENT_OF_ANOTHER_ASSISTANT");
        Judged.with(MCN, "{\"included\": null, \"organizationParticipates\": false}")
                .finds("MCN_EXPERIMENT_NOT_MET");
    }

    // FAQ-9.2

    @Test
    void aBusinessCaseIsRecommendedByTheDpiUnderSection8ByTheDay() {
        String whole =
                "{\"recommendedBy\": \"DPI\", \"basis\": \"REGLES_GPRI_ART_8\", \"recommendedOn\": \"2025-06-02\"}";
        Judged.with(CASE, whole).is(EXCEPTED, BUSINESS_CASE_RECOMMENDED).cites("FAQ-9.2");
        Judged.with(CASE, whole.replace("\"DPI\"", "\"DI\""))
                .is(SUSPENDED, PROJECT_COVERED)
                .missing("exceptions.businessCase.recommendedBy");
        Judged.with(CASE, whole.replace("REGLES_GPRI_ART_8", "OTHER"))
                .is(SUSPENDED, PROJECT_COVERED)
                .missing("exceptions.businessCase.basis");
        Judged.with(CASE, whole.replace("2025-06-02", "2025-06-03"))
                .is(SUSPENDED, PROJECT_COVERED)
                .missing("exceptions.businessCase.recommendedOn");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-06-02 | null         | EXCEPTION_PENDING",
                "2025-06-03 | null         | PROJECT_COVERED",
                "2025-05-20 | \"2025-06-03\" | EXCEPTION_PENDING",
                "2025-05-20 | \"2025-06-02\" | PROJECT_COVERED",
            })
    void aBusinessCaseIsPendingOnceSubmittedUntilSomebodyRecommends(
            String submitted, String recommended, ReasonCode code) {
        Judged.with(
                        CASE,
                        "{\"submittedOn\": \"" + submitted + "\", \"recommendedBy\": \"DI\", \"recommendedOn\": "
                                + recommended + "}")
                .is(SUSPENDED, code);
    }

    // FAQ-9.3, FAQ-10

    @Test
    void aWholeStructuredApproachIsMetAndSelfAssessed() {
        approach("YES", "YES")
                .is(EXCEPTED, STRUCTURED_APPROACH)
                .warns("SELF_ASSESSED")
                .missing()
                .doubts("G-A9", SUSPENDED)
                .doubtsOnly("G-A9")
                .cites(
                        "FAQ-9.3",
                        "FAQ-10.0",
                        "FAQ-10.n",
                        "FAQ-10.1",
                        "FAQ-10.2",
                        "FAQ-10.3",
                        "FAQ-10.4",
                        "FAQ-10.5",
                        "FAQ-10.6");
        approach("SERVICE_IMPROVEMENT", "EFFICIENCY").is(EXCEPTED, STRUCTURED_APPROACH);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"SERVICE_IMPROVEMENT\" | \"FASHION\" | purpose | FAQ-9.3",
                "\"SERVICE_IMPROVEMENT\" | null | purpose | FAQ-9.3",
                "\"organizationalRiskAssessed\": true | \"organizationalRiskAssessed\": null | riskManagement.organizationalRiskAssessed | FAQ-10.1",
                "\"privacyAssessed\": true | \"privacyAssessed\": false | riskManagement.privacyAssessed | FAQ-10.1",
                "\"mitigationImplemented\": true | \"mitigationImplemented\": false | riskManagement.mitigationImplemented | FAQ-10.1",
                "\"mitigationImplemented\": true | \"mitigationImplemented\": true, \"adequate\": false | riskManagement.adequate | FAQ-10.1",
                "\"YES\" | \"NO\" | securityOpinion.favourable | FAQ-10.2",
                "\"YES\" | null | securityOpinion.favourable | FAQ-10.2",
                "\"written\": true | \"written\": false | securityOpinion.written | FAQ-10.2",
                "\"written\": true | \"written\": null | securityOpinion.written | FAQ-10.2",
                "\"OWN\" | \"OTHER\" | securityOpinion.unit | FAQ-10.2",
                "\"OWN\" | null | securityOpinion.unit | FAQ-10.2",
                "\"dataQualityAssured\": true | \"dataQualityAssured\": null | dataQualityAssured | FAQ-10.3",
                "\"DI\" | \"DPI\" | relevance.addressee | FAQ-10.4",
                "\"DI\" | null | relevance.addressee | FAQ-10.4",
                "\"DECISION_NOTE\" | \"OTHER\" | relevance.document | FAQ-10.4",
                "\"DECISION_NOTE\" | null | relevance.document | FAQ-10.4",
                "\"trainingProvided\": true | \"trainingProvided\": false | trainingProvided | FAQ-10.5",
                "\"declaredInCollection\": true | \"declaredInCollection\": null | declaredInCollection | FAQ-10.6",
            })
    void eachElementOfAStructuredApproachIsNecessary(String from, String to, String missing, String paragraph) {
        approach(from, to)
                .is(SUSPENDED, STRUCTURED_APPROACH_INCOMPLETE)
                .missing("exceptions.structuredApproach." + missing)
                .claims(Exemption.STRUCTURED_APPROACH, NOT_MET, "exceptions.structuredApproach." + missing)
                .doubtsOnly()
                .cites(paragraph);
    }

    @Test
    void adequacyNobodySpeaksOfIsNotAskedFor() {
        approach("\"mitigationImplemented\": true", "\"mitigationImplemented\": true, \"adequate\": null")
                .is(EXCEPTED, STRUCTURED_APPROACH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "null"})
    void theSixAreNotSufficient(String principles) {
        approach("\"principlesDemonstrated\": true", "\"principlesDemonstrated\": " + principles)
                .is(SUSPENDED, STRUCTURED_APPROACH_INCOMPLETE)
                .missing("exceptions.structuredApproach.principlesDemonstrated")
                .doubts("G-A8", EXCEPTED)
                .cites("FAQ-10.0", "FAQ-10.n");
        Judged.with(
                        APPROACH,
                        WHOLE_APPROACH
                                .replace(
                                        "\"principlesDemonstrated\": true", "\"principlesDemonstrated\": " + principles)
                                .replace("\"trainingProvided\": true", "\"trainingProvided\": false"))
                .missing(
                        "exceptions.structuredApproach.principlesDemonstrated",
                        "exceptions.structuredApproach.trainingProvided")
                .doubtsOnly();
    }

    @Test
    void everythingThatLacksIsNamed() {
        Judged.with(APPROACH, "{}")
                .is(SUSPENDED, STRUCTURED_APPROACH_INCOMPLETE)
                .missing(
                        "exceptions.structuredApproach.principlesDemonstrated",
                        "exceptions.structuredApproach.purpose",
                        "exceptions.structuredApproach.riskManagement.organizationalRiskAssessed",
                        "exceptions.structuredApproach.riskManagement.privacyAssessed",
                        "exceptions.structuredApproach.riskManagement.mitigationImplemented",
                        "exceptions.structuredApproach.securityOpinion.favourable",
                        "exceptions.structuredApproach.securityOpinion.written",
                        "exceptions.structuredApproach.securityOpinion.unit",
                        "exceptions.structuredApproach.dataQualityAssured",
                        "exceptions.structuredApproach.relevance.document",
                        "exceptions.structuredApproach.relevance.addressee",
                        "exceptions.structuredApproach.trainingProvided",
                        "exceptions.structuredApproach.declaredInCollection");
    }

    @Test
    void anOpinionOfTheUnitToWhichTheBodyIsAttachedIsNotItsOwn() {
        approach("\"OWN\"", "\"ATTACHED\"")
                .is(SUSPENDED, STRUCTURED_APPROACH_INCOMPLETE)
                .missing("exceptions.structuredApproach.securityOpinion.unit")
                .doubts("G-A10", EXCEPTED)
                .cites("FAQ-10.2", "FAQ-9.4");
    }

    @Test
    void anAssessmentThatTheAccessActDoesNotRequireIsAskedForAllTheSame() {
        Judged.with(
                        APPROACH,
                        WHOLE_APPROACH.replace("\"privacyAssessed\": true", "\"privacyAssessed\": false"),
                        EARLIER,
                        "{\"privacyAssessmentRequired\": false}")
                .is(SUSPENDED, STRUCTURED_APPROACH_INCOMPLETE)
                .doubts("G-A10", EXCEPTED);
    }

    @Test
    void onlyOpenConditionsOfAnOpinionLeaveTheApproachPending() {
        for (String open : new String[] {"", ", \"openConditions\": 2", ", \"openConditions\": null"}) {
            approach("\"favourable\": \"YES\"", "\"favourable\": \"CONDITIONAL\"" + open)
                    .is(SUSPENDED, EXCEPTION_PENDING)
                    .missing(
                            "exceptions.structuredApproach.securityOpinion.favourable",
                            "exceptions.structuredApproach.securityOpinion.openConditions")
                    .claims(
                            Exemption.STRUCTURED_APPROACH,
                            ExemptionState.PENDING,
                            "exceptions.structuredApproach.securityOpinion.favourable",
                            "exceptions.structuredApproach.securityOpinion.openConditions")
                    .doubts("G-A11", EXCEPTED)
                    .cites("FAQ-10.2");
        }
    }

    @Test
    void openConditionsBesideSomethingElseLeaveItIncomplete() {
        Judged.with(
                        APPROACH,
                        WHOLE_APPROACH
                                .replace("\"YES\"", "\"CONDITIONAL\"")
                                .replace("\"trainingProvided\": true", "\"trainingProvided\": null"))
                .is(SUSPENDED, STRUCTURED_APPROACH_INCOMPLETE)
                .missing(
                        "exceptions.structuredApproach.securityOpinion.favourable",
                        "exceptions.structuredApproach.securityOpinion.openConditions",
                        "exceptions.structuredApproach.trainingProvided");
    }

    @Test
    void anOpinionWhoseConditionsAreAllMetIsFavourable() {
        approach("\"favourable\": \"YES\"", "\"favourable\": \"CONDITIONAL\", \"openConditions\": 0")
                .is(EXCEPTED, STRUCTURED_APPROACH)
                .doubtsOnly("G-A9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"DEPUTY_MINISTER\"", "null"})
    void anOpportunityFileMayGoToAnybody(String addressee) {
        approach("\"DECISION_NOTE\", \"addressee\": \"DI\"", "\"OPPORTUNITY_FILE\", \"addressee\": " + addressee)
                .is(EXCEPTED, STRUCTURED_APPROACH)
                .doubts("G-A16", SUSPENDED)
                .cites("FAQ-10.4");
        approach("DECISION_NOTE", "OPPORTUNITY_FILE").doubtsOnly("G-A9");
    }

    @ParameterizedTest
    @CsvSource({
        "EXPERIMENTATION, true",
        "LICENCE_ACQUISITION, true",
        "SUBSCRIPTION, true",
        "DEPLOYMENT, false",
        "INTEGRATION, false"
    })
    void experimentsAndPurchasesUnderAStructuredApproachAreIncluded(String activity, boolean open) {
        Judged judged = Judged.with(APPROACH, WHOLE_APPROACH, ACTIVITIES, "[\"" + activity + "\"]")
                .is(EXCEPTED, STRUCTURED_APPROACH);
        if (open) {
            judged.doubts("G-A17", SUSPENDED).cites("FAQ-9.3");
        } else {
            judged.doubtsOnly("G-A9");
        }
    }

    // FAQ-9.4

    @Test
    void aWholeEarlierSystemIsExcepted() {
        earlier("SAME", "SAME")
                .is(EXCEPTED, PRE_EXISTING)
                .warns()
                .missing()
                .doubtsOnly()
                .cites("FAQ-9.4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"2024-10-01\" | null | effectiveSince",
                "\"2024-10-01\" | \"2025-03-14\" | effectiveSince",
                "\"approved\": true | \"approved\": false | securityApproval.approved",
                "\"approved\": true | \"approved\": null | securityApproval.approved",
                "\"privacyAssessmentCompleted\": true | \"privacyAssessmentCompleted\": false | privacyAssessmentCompleted",
                "\"privacyAssessmentCompleted\": true | \"privacyAssessmentCompleted\": null | privacyAssessmentCompleted",
                "\"SAME\" | null | changeScope",
            })
    void eachElementOfAnEarlierSystemIsNecessary(String from, String to, String missing) {
        earlier(from, to)
                .is(SUSPENDED, PRE_EXISTING_INCOMPLETE)
                .missing("exceptions.preExisting." + missing)
                .claims(Exemption.PRE_EXISTING, NOT_MET, "exceptions.preExisting." + missing)
                .cites("FAQ-9.4");
    }

    @Test
    void theDayItselfIsNotBefore() {
        earlier("2024-10-01", "2025-03-12").is(EXCEPTED, PRE_EXISTING);
        earlier("2024-10-01", "2025-03-13")
                .is(SUSPENDED, PRE_EXISTING_INCOMPLETE)
                .missing("exceptions.preExisting.effectiveSince")
                .doubts("G-A18", SUSPENDED);
    }

    @Test
    void anAssessmentThatIsNotRequiredNeedNotBeCompleted() {
        earlier(
                        "\"privacyAssessmentRequired\": true, \"privacyAssessmentCompleted\": true",
                        "\"privacyAssessmentRequired\": false, \"privacyAssessmentCompleted\": false")
                .is(EXCEPTED, PRE_EXISTING)
                .finds("PRIVACY_ASSESSMENT_NOT_REQUIRED");
        earlier(
                        "\"privacyAssessmentRequired\": true, \"privacyAssessmentCompleted\": true",
                        "\"privacyAssessmentRequired\": null, \"privacyAssessmentCompleted\": false")
                .is(SUSPENDED, PRE_EXISTING_INCOMPLETE)
                .missing(
                        "exceptions.preExisting.privacyAssessmentCompleted",
                        "exceptions.preExisting.privacyAssessmentRequired");
        earlier("\"privacyAssessmentRequired\": true", "\"privacyAssessmentRequired\": null")
                .is(EXCEPTED, PRE_EXISTING);
    }

    @ParameterizedTest
    @CsvSource({"2024-09-01, securityApproval.approvedOn", "2024-09-02, privacyAssessmentCompletedOn"})
    void avantGovernsTheWholeClause(String date, String missing) {
        for (String late : new String[] {"2025-03-13", "2025-03-14"}) {
            earlier(date, late)
                    .is(SUSPENDED, PRE_EXISTING_INCOMPLETE)
                    .missing("exceptions.preExisting." + missing)
                    .doubts("G-A7", EXCEPTED);
        }
        earlier(date, "2025-03-12").is(EXCEPTED, PRE_EXISTING).doubtsOnly();
    }

    @Test
    void aLateAssessmentThatWasNotRequiredDoesNotMatter() {
        Judged.with(
                        EARLIER,
                        WHOLE_EARLIER
                                .replace("2024-09-02", "2025-04-01")
                                .replace("\"privacyAssessmentRequired\": true", "\"privacyAssessmentRequired\": false"))
                .is(EXCEPTED, PRE_EXISTING)
                .warns();
        Judged.with(
                        EARLIER,
                        WHOLE_EARLIER
                                .replace("2024-09-02", "2025-04-01")
                                .replace("\"privacyAssessmentRequired\": true", "\"privacyAssessmentRequired\": null"))
                .is(SUSPENDED, PRE_EXISTING_INCOMPLETE)
                .missing(
                        "exceptions.preExisting.privacyAssessmentCompletedOn",
                        "exceptions.preExisting.privacyAssessmentRequired");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2024-09-01\"", "\"2024-09-02\""})
    void aDateThatIsNotGivenIsTakenOnTrustWithAWarning(String date) {
        earlier(date, "null")
                .is(EXCEPTED, PRE_EXISTING)
                .warns("APPROVAL_DATE_UNVERIFIED")
                .doubts("G-A7", EXCEPTED);
    }

    @Test
    void theDateOfAnAssessmentThatIsNotRequiredIsNotMissed() {
        Judged.with(EARLIER, """
                        {"effectiveSince": "2024-10-01", "securityApproval": {"approved": true, "approvedOn": "2024-09-01"},
                         "privacyAssessmentRequired": false, "changeScope": "SAME"}""").is(EXCEPTED, PRE_EXISTING).warns();
    }

    @Test
    void anExpansionIsJudgedAnew() {
        earlier("SAME", "EXPANDED")
                .is(SUSPENDED, EXPANSION_OF_EXCEPTED_SYSTEM)
                .missing("exceptions.preExisting.changeScope")
                .doubts("G-A14", EXCEPTED)
                .doubtsOnly("G-A14");
    }

    @Test
    void whetherALiveSystemMustStopIsOpen() {
        earlier("\"approved\": true", "\"approved\": false")
                .is(SUSPENDED, PRE_EXISTING_INCOMPLETE)
                .doubts("G-A13", NOT_COVERED);
        Judged.with(EARLIER, WHOLE_EARLIER.replace("\"approved\": true", "\"approved\": false"))
                .doubtsOnly();
        earlier("2024-10-01", "2025-04-01").doubtsOnly();
    }

    @Test
    void anUnknownDayLeavesWhatLiesInTheGapOpen() {
        for (String since : new String[] {"2025-01-01", "2025-03-15", "2025-03-17"}) {
            earlier("2024-10-01", since, FROM, "null")
                    .is(INDETERMINATE, IN_FORCE_DATE_UNKNOWN)
                    .missing("measure.inForceFrom")
                    .claims(Exemption.PRE_EXISTING, ExemptionState.INDETERMINATE, "measure.inForceFrom")
                    .doubts("G-A6", EXCEPTED)
                    .obliges()
                    .cites("FAQ-0", "FAQ-9.4");
        }
    }

    @Test
    void whatLiesClearlyBeforeOrAfterAnUnknownDayIsNotOpen() {
        earlier("2024-10-01", "2024-12-31", FROM, "null")
                .is(EXCEPTED, PRE_EXISTING)
                .doubtsOnly();
        earlier("2024-10-01", "2025-03-18", FROM, "null")
                .is(SUSPENDED, PRE_EXISTING_INCOMPLETE)
                .doubts("G-A6", SUSPENDED);
        earlier("2024-10-01", "2025-03-19", FROM, "null")
                .is(SUSPENDED, PRE_EXISTING_INCOMPLETE)
                .doubtsOnly();
    }

    @Test
    void anApprovalInTheGapIsOpenToo() {
        earlier("2024-09-01", "2025-02-01", FROM, "null")
                .is(INDETERMINATE, IN_FORCE_DATE_UNKNOWN)
                .missing("measure.inForceFrom")
                .doubts("G-A7", EXCEPTED);
    }

    @Test
    void aDayThatNobodyStatesIsNotClearlyBeforeAnUnknownOne() {
        earlier("\"2024-10-01\"", "null", FROM, "null")
                .is(INDETERMINATE, IN_FORCE_DATE_UNKNOWN)
                .missing("measure.inForceFrom", "exceptions.preExisting.effectiveSince")
                .doubts("G-A6", SUSPENDED)
                .doubtsOnly("G-A6");
        earlier("\"2024-10-01\"", "null", FROM, "null").finds("DEPENDS_ON_THE_DAY", "PRE_EXISTING_INDETERMINATE");
        assertThat(earlier("\"2024-10-01\"", "null", FROM, "null").changes())
                .contains(
                        new Change<>(List.of(SuspensionFacts.EFFECTIVE_SINCE), EXCEPTED),
                        new Change<>(List.of(SuspensionFacts.EFFECTIVE_SINCE), SUSPENDED),
                        new Change<>(List.of(SuspensionFacts.IN_FORCE_FROM), SUSPENDED));
    }

    @Test
    void ofAnApprovalThatIsNotShownTheDayIsLookedAtToo() {
        String unshown = WHOLE_EARLIER.replace("\"approved\": true", "\"approved\": null");
        Judged.with(EARLIER, unshown.replace("2024-09-01", "2025-02-01"), FROM, "null")
                .is(INDETERMINATE, IN_FORCE_DATE_UNKNOWN)
                .missing("measure.inForceFrom", "exceptions.preExisting.securityApproval.approved");
        Judged.with(EARLIER, unshown.replace("2024-09-01", "2025-04-01"))
                .is(SUSPENDED, PRE_EXISTING_INCOMPLETE)
                .missing(
                        "exceptions.preExisting.securityApproval.approved",
                        "exceptions.preExisting.securityApproval.approvedOn");
        Judged.with(
                        EARLIER,
                        WHOLE_EARLIER
                                .replace("\"approved\": true", "\"approved\": false")
                                .replace("2024-09-01", "2025-02-01"),
                        FROM,
                        "null")
                .is(SUSPENDED, PRE_EXISTING_INCOMPLETE)
                .missing("exceptions.preExisting.securityApproval.approved");
    }

    @Test
    void ofAnAssessmentThatIsNotShownTheDayIsLookedAtToo() {
        String unshown =
                WHOLE_EARLIER.replace("\"privacyAssessmentCompleted\": true", "\"privacyAssessmentCompleted\": null");
        Judged.with(EARLIER, unshown.replace("2024-09-02", "2025-02-01"), FROM, "null")
                .is(INDETERMINATE, IN_FORCE_DATE_UNKNOWN)
                .missing("measure.inForceFrom", "exceptions.preExisting.privacyAssessmentCompleted");
        Judged.with(EARLIER, unshown.replace("2024-09-02", "2025-04-01"))
                .is(SUSPENDED, PRE_EXISTING_INCOMPLETE)
                .missing(
                        "exceptions.preExisting.privacyAssessmentCompleted",
                        "exceptions.preExisting.privacyAssessmentCompletedOn");
    }

    @Test
    void aDefiniteFailureWinsOverAnUnknownDay() {
        Judged.with(
                        FROM,
                        "null",
                        EARLIER,
                        WHOLE_EARLIER
                                .replace("2024-10-01", "2025-03-15")
                                .replace("\"approved\": true", "\"approved\": false"))
                .is(SUSPENDED, PRE_EXISTING_INCOMPLETE);
        Judged.with(
                        FROM,
                        "null",
                        EARLIER,
                        WHOLE_EARLIER
                                .replace("2024-10-01", "2025-03-15")
                                .replace("\"approved\": true", "\"approved\": null"))
                .is(INDETERMINATE, IN_FORCE_DATE_UNKNOWN)
                .missing("measure.inForceFrom", "exceptions.preExisting.securityApproval.approved");
    }

    // FAQ-9.5

    @Test
    void anAuthorizationOfTheDpiAfterTheDayExcepts() {
        authorization("2025-05-12", "2025-05-12")
                .is(EXCEPTED, DPI_AUTHORIZED)
                .missing()
                .doubtsOnly()
                .cites("FAQ-9.5");
        authorization("2025-05-12", "2025-06-02").is(EXCEPTED, DPI_AUTHORIZED);
        authorization("2025-05-12", "2025-03-14").is(EXCEPTED, DPI_AUTHORIZED);
        authorization("\"coversUse\": true", "\"coversUse\": null").is(EXCEPTED, DPI_AUTHORIZED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"requestedByOrganization\": true | \"requestedByOrganization\": false | requestedByOrganization",
                "\"requestedByOrganization\": true | \"requestedByOrganization\": null | requestedByOrganization",
                "\"DPI\" | \"DI\" | decidedBy",
                "\"DPI\" | null | decidedBy",
                "\"AUTHORIZED\" | \"REFUSED\" | decision",
                "\"AUTHORIZED\" | null | decision",
                "\"2025-05-12\" | null | decidedOn",
                "\"2025-05-12\" | \"2025-03-12\" | decidedOn",
                "\"2025-05-12\" | \"2025-06-03\" | decidedOn",
                "\"coversUse\": true | \"coversUse\": false | coversUse",
            })
    void anythingElseOfTheDpiLeavesTheProjectCovered(String from, String to, String missing) {
        authorization(from, to)
                .is(SUSPENDED, PROJECT_COVERED)
                .missing("exceptions.dpiAuthorization." + missing)
                .doubtsOnly();
    }

    @Test
    void aRequestThatIsNotDecidedIsPending() {
        authorization("AUTHORIZED", "PENDING")
                .is(SUSPENDED, EXCEPTION_PENDING)
                .missing("exceptions.dpiAuthorization.decision")
                .claims(Exemption.DPI_AUTHORIZATION, ExemptionState.PENDING, "exceptions.dpiAuthorization.decision");
    }

    @Test
    void theDayItselfIsNotAfterEither() {
        authorization("2025-05-12", "2025-03-13")
                .is(SUSPENDED, PROJECT_COVERED)
                .missing("exceptions.dpiAuthorization.decidedOn")
                .doubts("G-A18", EXCEPTED);
    }

    @Test
    void anUnknownDayLeavesAnAuthorizationInTheGapOpen() {
        authorization("2025-05-12", "2025-03-18", FROM, "null")
                .is(INDETERMINATE, IN_FORCE_DATE_UNKNOWN)
                .claims(Exemption.DPI_AUTHORIZATION, ExemptionState.INDETERMINATE, "measure.inForceFrom")
                .doubts("G-A6", SUSPENDED);
        authorization("2025-05-12", "2025-01-01", FROM, "null").is(INDETERMINATE, IN_FORCE_DATE_UNKNOWN);
        authorization("2025-05-12", "2025-03-19", FROM, "null")
                .is(EXCEPTED, DPI_AUTHORIZED)
                .doubtsOnly();
        authorization("2025-05-12", "2024-12-31", FROM, "null")
                .is(SUSPENDED, PROJECT_COVERED)
                .doubtsOnly();
    }

    @Test
    void anAuthorizationOfWhichNobodyStatesTheDayIsNotClearlyAfterAnUnknownOne() {
        authorization("\"2025-05-12\"", "null", FROM, "null")
                .is(INDETERMINATE, IN_FORCE_DATE_UNKNOWN)
                .missing("measure.inForceFrom", "exceptions.dpiAuthorization.decidedOn")
                .doubts("G-A6", SUSPENDED)
                .doubtsOnly("G-A6");
        Judged.with(DPI, "{}", FROM, "null")
                .is(SUSPENDED, PROJECT_COVERED)
                .missing(
                        "exceptions.dpiAuthorization.decision",
                        "exceptions.dpiAuthorization.requestedByOrganization",
                        "exceptions.dpiAuthorization.decidedBy",
                        "exceptions.dpiAuthorization.decidedOn")
                .doubtsOnly();
    }

    // R7

    @Test
    void severalClaimsFailingTheFirstInOrderIsTold() {
        String open = WHOLE_EARLIER.replace("2024-10-01", "2025-03-15");
        String expanded = WHOLE_EARLIER.replace("SAME", "EXPANDED");
        String pending = WHOLE_AUTHORIZATION.replace("AUTHORIZED", "PENDING");
        Judged.with(FROM, "null", EARLIER, open, DPI, pending, APPROACH, "{}").is(INDETERMINATE, IN_FORCE_DATE_UNKNOWN);
        Judged.with(EARLIER, expanded, DPI, pending, APPROACH, "{}").is(SUSPENDED, EXCEPTION_PENDING);
        Judged.with(EARLIER, expanded, APPROACH, "{}").is(SUSPENDED, EXPANSION_OF_EXCEPTED_SYSTEM);
        Judged.with(EARLIER, "{}", APPROACH, "{}").is(SUSPENDED, STRUCTURED_APPROACH_INCOMPLETE);
        Judged.with(EARLIER, "{}", MCN, "{}").is(SUSPENDED, PRE_EXISTING_INCOMPLETE);
        Judged.with(MCN, "{}", CASE, "{}", ACTIVITIES, "[\"SUBSCRIPTION\"]").is(SUSPENDED, LICENCE_ACQUISITION_COVERED);
        Judged.with(MCN, "{}", "/facts/use/scale", "\"TEAM\"").is(SUSPENDED, PROJECT_COVERED_INTERPRETIVE);
    }

    @Test
    void whatFailsIsObligedToStopAndNamesWhatEachClaimLacks() {
        Judged.with(MCN, "{}", EARLIER, WHOLE_EARLIER.replace("SAME", "EXPANDED"))
                .obliges("INTERRUPT_EXPERIMENTATION", "INTERRUPT_ACQUISITIONS", "INTERRUPT_DEPLOYMENTS")
                .missing("exceptions.mcnExperiment.included", "exceptions.preExisting.changeScope");
    }
}
