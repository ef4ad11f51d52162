package ca.balise.genai.determination.model;

import static ca.balise.genai.determination.model.ReasonCode.*;
import static ca.balise.genai.determination.model.SuspensionStatus.EXCEPTED;
import static ca.balise.genai.determination.model.SuspensionStatus.INDETERMINATE;
import static ca.balise.genai.determination.model.SuspensionStatus.NOT_COVERED;
import static ca.balise.genai.determination.model.SuspensionStatus.SUSPENDED;
import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.kit.reasoning.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R1 to R4, clause by clause: what the suspension reaches. */
class ScopeRulesTest {

    private static final String SUBJECT = "/facts/organization/subjectToLggriArticle2";
    private static final String GENERATIVE = "/facts/system/generativeAi";
    private static final String LANGUAGE = "/facts/system/naturalLanguage";
    private static final String PURPOSE = "/facts/system/primaryPurpose";
    private static final String USE = "/facts/use";
    private static final String ACTIVITIES = "/facts/use/activities";

    private static String individual(String changes) {
        return """
                {"mode": "INDIVIDUAL", "personal": true, "consumerVersion": true, "free": true,
                 "availableOutsideOrganization": true, "organizationPermitsAccess": true%s}""".formatted(changes.isEmpty() ? "" : ", " + changes);
    }

    // R1

    @Test
    void aBodyOutsideArticle2IsNotCovered() {
        Judged.with(SUBJECT, "false")
                .is(NOT_COVERED, NOT_A_PUBLIC_BODY_ART2)
                .missing()
                .warns()
                .obliges()
                .doubtsOnly()
                .cites("FAQ-6");
    }

    @Test
    void whetherArticle2CoversTheBodyIsNeverGuessed() {
        Judged.with(SUBJECT, "null")
                .is(INDETERMINATE, ORGANIZATION_FACTS_MISSING)
                .missing("organization.subjectToLggriArticle2")
                .cites("FAQ-6");
        Judged.with("/facts/organization", "null").is(INDETERMINATE, ORGANIZATION_FACTS_MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FEDERAL_INSTITUTION", "GOVERNMENT_ENTERPRISE", "MUNICIPALITY", "MINISTRY"})
    void theKindOfBodyDecidesNothing(String kind) {
        Judged.with("/facts/organization", "{\"kind\": \"" + kind + "\"}")
                .is(INDETERMINATE, ORGANIZATION_FACTS_MISSING);
        Judged.with("/facts/organization", "{\"kind\": \"" + kind + "\", \"subjectToLggriArticle2\": true}")
                .is(SUSPENDED, PROJECT_COVERED);
    }

    @Test
    void theFirstRuleThatConcludesWins() {
        Judged judged = Judged.with(SUBJECT, "false", GENERATIVE, "null", "/facts/exceptions/mcnExperiment", "{}");
        judged.is(NOT_COVERED, NOT_A_PUBLIC_BODY_ART2);
        assertThat(judged.determination.trace()).hasSize(1);
        assertThat(judged.determination.conclusion().exemptions()).isEmpty();
    }

    // R2

    @Test
    void whatIsNoGenerativeAiIsNotCovered() {
        Judged.with(GENERATIVE, "false", LANGUAGE, "null", PURPOSE, "null")
                .is(NOT_COVERED, NOT_GENAI)
                .doubtsOnly()
                .cites("FAQ-2");
    }

    @ParameterizedTest
    @CsvSource({"false, null", "false, \"CONVERSATION\"", "true, \"OTHER\"", "null, \"OTHER\"", "false, \"OTHER\""})
    void generativeAiThatIsNoAssistantIsNotCoveredButFaq4MayMeanIt(String language, String purpose) {
        Judged.with(LANGUAGE, language, PURPOSE, purpose)
                .is(NOT_COVERED, GENAI_NOT_ASSISTANT)
                .warns("FAQ4_SAYS_IAG_NOT_ASSISTANT")
                .doubts("G-A1", SUSPENDED)
                .missing()
                .cites("FAQ-1", "FAQ-2", "FAQ-4", "FAQ-11");
    }

    @Test
    void anUnknownOfTheSystemIsNamed() {
        Judged.with(GENERATIVE, "null")
                .is(INDETERMINATE, SYSTEM_FACTS_MISSING)
                .missing("system.generativeAi")
                .doubtsOnly();
        Judged.with(LANGUAGE, "null")
                .is(INDETERMINATE, SYSTEM_FACTS_MISSING)
                .missing("system.naturalLanguage")
                .doubts("G-A1", SUSPENDED);
        Judged.with(PURPOSE, "null").is(INDETERMINATE, SYSTEM_FACTS_MISSING).missing("system.primaryPurpose");
        Judged.with("/facts/system", "{}")
                .is(INDETERMINATE, SYSTEM_FACTS_MISSING)
                .missing("system.generativeAi", "system.naturalLanguage", "system.primaryPurpose");
        Judged.with(GENERATIVE, "null", LANGUAGE, "false")
                .is(INDETERMINATE, SYSTEM_FACTS_MISSING)
                .missing("system.generativeAi");
    }

    @Test
    void naturalLanguageOnOneSideIsEnoughForAnAidToATask() {
        Judged.with(PURPOSE, "\"TASK_ASSISTANCE\"")
                .is(SUSPENDED, PROJECT_COVERED)
                .doubts("G-A2", INDETERMINATE);
        Judged.with(PURPOSE, "\"CONVERSATION\"").is(SUSPENDED, PROJECT_COVERED).doubtsOnly();
    }

    // R3

    @Test
    void thePersonalUseOfAFreeConsumerVersionIsNotCovered() {
        Judged judged = Judged.with(USE, individual(""))
                .is(NOT_COVERED, INDIVIDUAL_CONSUMER_USE)
                .obliges("RECOMMENDED_RISK_AWARENESS", "REFER_GOOD_PRACTICE_GUIDE")
                .missing()
                .doubtsOnly()
                .cites("FAQ-3.1", "FAQ-3.1b", "FAQ-3.2");
        assertThat(judged.determination.conclusion().permitted()).isEqualTo(Truth.TRUE);
        assertThat(judged.determination.reasons())
                .extracting(reason -> reason.force().name())
                .containsExactly("MAY", "SHOULD", "REFER");
    }

    @Test
    void blockedAccessStaysOutsideAndIsNotPermitted() {
        Judged judged = Judged.with(
                        USE,
                        individual("\"organizationPermitsAccess\": false")
                                .replaceFirst("\"organizationPermitsAccess\": true, ", ""))
                .is(NOT_COVERED, INDIVIDUAL_USE_NOT_PERMITTED_BY_ORG)
                .doubts("G-A4", SUSPENDED)
                .obliges("RECOMMENDED_RISK_AWARENESS", "REFER_GOOD_PRACTICE_GUIDE")
                .cites("FAQ-3.1", "FAQ-3.1b");
        assertThat(judged.determination.conclusion().permitted()).isEqualTo(Truth.FALSE);
    }

    @Test
    void anUnknownPermissionIsNeverShownAsAllowed() {
        Judged judged = Judged.with(
                        USE,
                        individual("")
                                .replace(", \"organizationPermitsAccess\": true", "")
                                .replace("\"organizationPermitsAccess\": true", "\"organizationPermitsAccess\": null"))
                .is(NOT_COVERED, INDIVIDUAL_CONSUMER_USE_PERMISSION_UNKNOWN)
                .missing("use.organizationPermitsAccess")
                .doubts("G-A4", INDETERMINATE);
        assertThat(judged.determination.conclusion().permitted()).isEqualTo(Truth.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"personal", "consumerVersion", "free", "availableOutsideOrganization"})
    void anUnknownConjunctOfTheIndividualUseIsNamed(String member) {
        Judged.with(USE, individual("").replace("\"" + member + "\": true", "\"" + member + "\": null"))
                .is(INDETERMINATE, USE_FACTS_MISSING)
                .missing("use." + member)
                .cites("FAQ-3.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"personal", "consumerVersion", "availableOutsideOrganization"})
    void anIndividualUseThatIsNoConsumerUseIsJudgedByItsActivities(String member) {
        String use = individual("\"activities\": [\"DEPLOYMENT\"], \"scale\": \"ORGANIZATION\"")
                .replace("\"" + member + "\": true", "\"" + member + "\": false");
        Judged.with(USE, use).is(SUSPENDED, PROJECT_COVERED).cites("FAQ-3.1", "FAQ-1", "FAQ-4");
        Judged.with(USE, use.replace("\"free\": true", "\"free\": null, \"payer\": \"ORGANIZATION\""))
                .is(SUSPENDED, PROJECT_COVERED);
        Judged.with(USE, use.replace("\"free\": true", "\"free\": null"))
                .is(INDETERMINATE, USE_FACTS_MISSING)
                .missing("use.free");
        Judged.with(USE, use.replace("[\"DEPLOYMENT\"]", "null"))
                .is(INDETERMINATE, USE_FACTS_MISSING)
                .missing("use.activities");
        Judged.with(USE, use.replace("[\"DEPLOYMENT\"]", "[]")).is(NOT_COVERED, NO_COVERED_ACTIVITY);
    }

    @Test
    void aPlanThatTheEmployeePaysNeedsARulingOfTheMcn() {
        Judged.with(USE, individual("\"payer\": \"EMPLOYEE\"").replace("\"free\": true", "\"free\": false"))
                .is(INDETERMINATE, PAID_BY_EMPLOYEE)
                .missing("ruling.mcn")
                .doubts("G-A5", SUSPENDED)
                .cites("FAQ-3.1", "FAQ-4b", "FAQ-11");
    }

    @Test
    void aPlanThatTheBodyPaysIsAnAcquisition() {
        String use = individual("\"payer\": \"ORGANIZATION\", \"activities\": [\"SUBSCRIPTION\"]")
                .replace("\"free\": true", "\"free\": false");
        Judged.with(USE, use).is(SUSPENDED, LICENCE_ACQUISITION_COVERED).cites("FAQ-3.1", "FAQ-4b");
        Judged.with(USE, use.replace("\"SUBSCRIPTION\"", "\"LICENCE_ACQUISITION\""))
                .is(SUSPENDED, LICENCE_ACQUISITION_COVERED);
    }

    @Test
    void whoPaysForWhatIsNotFreeMustBeKnown() {
        Judged.with(USE, individual("\"activities\": [\"SUBSCRIPTION\"]").replace("\"free\": true", "\"free\": false"))
                .is(INDETERMINATE, USE_FACTS_MISSING)
                .missing("use.payer");
    }

    @Test
    void whoIsSaidToPayForWhatIsFreeDoesNotMatter() {
        Judged.with(USE, individual("\"payer\": \"EMPLOYEE\"")).is(NOT_COVERED, INDIVIDUAL_CONSUMER_USE);
    }

    @Test
    void anInitiativeIsNoIndividualUseWhateverElseIsStated() {
        Judged.with(
                        USE,
                        individual("\"activities\": [\"EXPERIMENTATION\"], \"scale\": \"SECTOR\"")
                                .replace("INDIVIDUAL", "INITIATIVE"))
                .is(SUSPENDED, PROJECT_COVERED);
    }

    // R4

    @ParameterizedTest
    @EnumSource(names = {"EXPERIMENTATION", "INTEGRATION", "DEPLOYMENT"})
    void effortsAreCovered(Activity activity) {
        Judged.with(ACTIVITIES, "[\"" + activity + "\"]")
                .is(SUSPENDED, PROJECT_COVERED)
                .obliges("INTERRUPT_EXPERIMENTATION", "INTERRUPT_ACQUISITIONS", "INTERRUPT_DEPLOYMENTS")
                .doubtsOnly()
                .cites("FAQ-1", "FAQ-4", "FAQ-5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[\"LICENCE_ACQUISITION\"]", "[\"SUBSCRIPTION\"]", "[\"SUBSCRIPTION\", \"LICENCE_ACQUISITION\"]"
            })
    void purchasesAreCoveredAtAnyScale(String activities) {
        for (String scale : new String[] {"\"ORGANIZATION\"", "\"SECTOR\"", "null"}) {
            Judged.with(ACTIVITIES, activities, "/facts/use/scale", scale)
                    .is(SUSPENDED, LICENCE_ACQUISITION_COVERED)
                    .warns()
                    .doubtsOnly()
                    .cites("FAQ-4b");
        }
    }

    @Test
    void aProjectWithPurchasesIsAProject() {
        Judged.with(ACTIVITIES, "[\"SUBSCRIPTION\", \"EXPERIMENTATION\"]")
                .is(SUSPENDED, PROJECT_COVERED)
                .cites("FAQ-4", "FAQ-4b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TEAM", "INDIVIDUAL"})
    void aProjectSmallerThanASectorIsCoveredByOurReading(String scale) {
        Judged.with("/facts/use/scale", "\"" + scale + "\"")
                .is(SUSPENDED, PROJECT_COVERED_INTERPRETIVE)
                .warns("SCALE_BELOW_SECTOR")
                .doubts("G-A3", NOT_COVERED)
                .cites("FAQ-4", "FAQ-5");
    }

    @Test
    void aTeamsPurchaseIsCoveredAtAnyScaleAndWarnedOf() {
        for (String scale : new String[] {"\"TEAM\"", "\"INDIVIDUAL\""}) {
            Judged.with("/facts/use/scale", scale, ACTIVITIES, "[\"SUBSCRIPTION\"]")
                    .is(SUSPENDED, LICENCE_ACQUISITION_COVERED)
                    .warns("SCALE_BELOW_SECTOR")
                    .doubts("G-A3", SUSPENDED)
                    .doubtsOnly("G-A3")
                    .cites("FAQ-4", "FAQ-4b");
        }
    }

    @Test
    void aTeamsExperimentWithAPurchaseDoesNotRestOnItsScale() {
        Judged.with("/facts/use/scale", "\"TEAM\"", ACTIVITIES, "[\"EXPERIMENTATION\", \"SUBSCRIPTION\"]")
                .is(SUSPENDED, PROJECT_COVERED)
                .warns("SCALE_BELOW_SECTOR")
                .doubts("G-A3", SUSPENDED);
    }

    @Test
    void anUnknownScaleIsNoReasonToDoubtTheCoverageButMattersUnderTheOtherReading() {
        Judged.with("/facts/use/scale", "null")
                .is(SUSPENDED, PROJECT_COVERED)
                .warns()
                .missing()
                .doubts("G-A3", INDETERMINATE);
        Judged.with("/facts/use/scale", "null", ACTIVITIES, "[\"EXPERIMENTATION\", \"SUBSCRIPTION\"]")
                .doubtsOnly();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[\"DEPLOYMENT\"]", "null"})
    void whatAVendorEnabledAndTheBodyLeftOnIsADeploymentByOurReading(String activities) {
        Judged.with(ACTIVITIES, activities, "/facts/use/enabledByVendor", "true", "/facts/use/leftEnabled", "true")
                .is(SUSPENDED, PROJECT_COVERED_INTERPRETIVE)
                .warns("VENDOR_AUTO_ENABLED")
                .doubts("G-A15", activities.equals("null") ? INDETERMINATE : NOT_COVERED)
                .cites("FAQ-1", "FAQ-5");
    }

    @Test
    void aVendorsDefaultBesideAnEffortIsWarnedOfOnly() {
        Judged.with(
                        ACTIVITIES,
                        "[\"INTEGRATION\"]",
                        "/facts/use/enabledByVendor",
                        "true",
                        "/facts/use/leftEnabled",
                        "true")
                .is(SUSPENDED, PROJECT_COVERED)
                .warns("VENDOR_AUTO_ENABLED")
                .doubtsOnly();
        Judged.with(
                        ACTIVITIES,
                        "[\"SUBSCRIPTION\"]",
                        "/facts/use/enabledByVendor",
                        "true",
                        "/facts/use/leftEnabled",
                        "true")
                .is(SUSPENDED, PROJECT_COVERED)
                .doubtsOnly();
    }

    @Test
    void whatAVendorEnabledAndTheBodySwitchedOffIsNoDeployment() {
        Judged.with(ACTIVITIES, "[]", "/facts/use/enabledByVendor", "true", "/facts/use/leftEnabled", "false")
                .is(NOT_COVERED, NO_COVERED_ACTIVITY)
                .warns();
        Judged.with(
                        ACTIVITIES,
                        "[\"DEPLOYMENT\"]",
                        "/facts/use/enabledByVendor",
                        "true",
                        "/facts/use/leftEnabled",
                        "false")
                .is(SUSPENDED, PROJECT_COVERED)
                .warns();
    }

    @Test
    void oneHalfOfAVendorsDefaultCallsForTheOther() {
        Judged.with(ACTIVITIES, "[]", "/facts/use/enabledByVendor", "true")
                .is(INDETERMINATE, USE_FACTS_MISSING)
                .missing("use.leftEnabled");
        Judged.with(ACTIVITIES, "[]", "/facts/use/leftEnabled", "true")
                .is(INDETERMINATE, USE_FACTS_MISSING)
                .missing("use.enabledByVendor");
    }

    @Test
    void noListedActivityIsNotCovered() {
        Judged.with(ACTIVITIES, "[]")
                .is(NOT_COVERED, NO_COVERED_ACTIVITY)
                .missing()
                .obliges()
                .cites("FAQ-1", "FAQ-4");
    }

    @Test
    void unknownActivitiesAreNamed() {
        Judged.with(ACTIVITIES, "null").is(INDETERMINATE, USE_FACTS_MISSING).missing("use.activities");
    }

    @Test
    void anExceptedUseIsStillOneThatIsCovered() {
        Judged.with("/facts/exceptions/mcnExperiment", "{\"included\": true}", "/facts/use/scale", "\"TEAM\"")
                .is(EXCEPTED, MCN_EXPERIMENT)
                .warns("SCALE_BELOW_SECTOR")
                .obliges()
                .doubts("G-A3", NOT_COVERED);
    }
}
