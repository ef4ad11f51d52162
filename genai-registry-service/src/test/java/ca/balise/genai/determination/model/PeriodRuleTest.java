package ca.balise.genai.determination.model;

import static ca.balise.genai.determination.model.ReasonCode.*;
import static ca.balise.genai.determination.model.SuspensionStatus.EXCEPTED;
import static ca.balise.genai.determination.model.SuspensionStatus.INDETERMINATE;
import static ca.balise.genai.determination.model.SuspensionStatus.LIFTED;
import static ca.balise.genai.determination.model.SuspensionStatus.NOT_IN_FORCE;
import static ca.balise.genai.determination.model.SuspensionStatus.SUSPENDED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** R5, clause by clause: from when, and until when. */
class PeriodRuleTest {

    private static final String AS_OF = "/asOf";
    private static final String FROM = "/measure/inForceFrom";
    private static final String LATEST = "/measure/inForceNotLaterThan";
    private static final String COMMUNICATED = "/measure/conclusionsCommunicatedOn";
    private static final String REPLACED_ON = "/measure/replacedOn";
    private static final String SUCCESSOR = "/measure/successorInstrument";
    private static final String REPORTS = "/measure/publicReports";

    @Test
    void beforeTheDayItIsNotInForceAndFromTheDayItIs() {
        Judged.with(AS_OF, "\"2025-03-12\"")
                .is(NOT_IN_FORCE, BEFORE_IN_FORCE)
                .missing()
                .cites("FAQ-0");
        Judged.with(AS_OF, "\"2025-03-13\"").is(SUSPENDED, PROJECT_COVERED).cites("FAQ-0", "FAQ-8");
    }

    @Test
    void anUnknownDayLiesNoLaterThanTheFaqs() {
        Judged.with(FROM, "null", AS_OF, "\"2025-03-17\"")
                .is(INDETERMINATE, IN_FORCE_DATE_UNKNOWN)
                .missing("measure.inForceFrom")
                .doubts("G-A6", NOT_IN_FORCE)
                .cites("FAQ-0");
        Judged.with(FROM, "null", AS_OF, "\"2025-03-18\"")
                .is(SUSPENDED, PROJECT_COVERED)
                .doubtsOnly();
    }

    @Test
    void withBothDaysUnknownNothingIsSaid() {
        Judged.with(FROM, "null", LATEST, "null")
                .is(INDETERMINATE, IN_FORCE_DATE_UNKNOWN)
                .missing("measure.inForceFrom")
                .warns()
                .doubts("G-A6", INDETERMINATE);
    }

    @Test
    void newsCallsForTheCheckWhereTheDayIsNotKnownToo() {
        Judged.with(FROM, "null", LATEST, "null", AS_OF, "\"2025-12-19\"")
                .is(INDETERMINATE, IN_FORCE_DATE_UNKNOWN)
                .warns("VERIFY_LIFTING")
                .cites("FAQ-0", "FAQ-8");
    }

    @Test
    void aKnownDayNeedsNoLatestOne() {
        Judged.with(LATEST, "null").is(SUSPENDED, PROJECT_COVERED);
    }

    @Test
    void itEndsOnTheDayOfTheCommunication() {
        Judged.with(COMMUNICATED, "\"2025-06-02\"")
                .is(LIFTED, CONCLUSIONS_COMMUNICATED)
                .warns("VERIFY_SUCCESSOR")
                .obliges()
                .doubts("G-A12", LIFTED)
                .cites("FAQ-8");
        Judged.with(COMMUNICATED, "\"2025-06-03\"")
                .is(SUSPENDED, PROJECT_COVERED)
                .warns()
                .doubtsOnly();
    }

    @Test
    void aNamedSuccessorIsPointedTo() {
        Judged.with(COMMUNICATED, "\"2025-06-01\"", SUCCESSOR, "\"IA-2025-002\"")
                .is(LIFTED, CONCLUSIONS_COMMUNICATED)
                .warns("SUCCESSOR_INSTRUMENT_APPLIES");
        Judged.with(COMMUNICATED, "\"2025-06-01\"", SUCCESSOR, "\"  \"").warns("VERIFY_SUCCESSOR");
    }

    @Test
    void itEndsOnTheDayItIsReplaced() {
        Judged.with(REPLACED_ON, "\"2025-06-02\"").is(LIFTED, REPLACED).warns("VERIFY_SUCCESSOR");
        Judged.with(REPLACED_ON, "\"2025-06-02\"", SUCCESSOR, "\"IA-2025-002\"")
                .is(LIFTED, REPLACED)
                .warns("SUCCESSOR_INSTRUMENT_APPLIES");
        Judged.with(REPLACED_ON, "\"2025-06-03\"").is(SUSPENDED, PROJECT_COVERED);
    }

    @Test
    void theCommunicationIsToldBeforeTheReplacement() {
        Judged.with(REPLACED_ON, "\"2025-05-01\"", COMMUNICATED, "\"2025-06-02\"")
                .is(LIFTED, CONCLUSIONS_COMMUNICATED);
    }

    @Test
    void whatHasEndedHasEndedWheneverItBegan() {
        Judged.with(FROM, "null", LATEST, "null", COMMUNICATED, "\"2025-05-01\"")
                .is(LIFTED, CONCLUSIONS_COMMUNICATED);
        Judged.with(FROM, "null", LATEST, "null", REPLACED_ON, "\"2025-05-01\"").is(LIFTED, REPLACED);
    }

    @Test
    void newsToThePublicEndsNothingAndCallsForACheck() {
        Judged.with(REPORTS, "[{\"reportedOn\": \"2025-06-02\"}]")
                .is(SUSPENDED, PROJECT_COVERED)
                .warns("VERIFY_LIFTING")
                .doubts("G-A12", LIFTED)
                .cites("FAQ-8");
        Judged.with(REPORTS, "[{\"reportedOn\": \"2025-06-03\"}]").warns().doubtsOnly();
        Judged.with(REPORTS, "[{\"reportedOn\": \"2025-06-03\"}, {\"reportedOn\": \"2025-06-01\"}]")
                .warns("VERIFY_LIFTING");
        Judged.with(REPORTS, "[]").warns().doubtsOnly();
    }

    @Test
    void theRegisteredNewsOfTheMcnCallsForTheCheckFromItsDayOn() {
        Judged.with(AS_OF, "\"2025-12-18\"").warns();
        Judged.with(AS_OF, "\"2025-12-19\"").is(SUSPENDED, PROJECT_COVERED).warns("VERIFY_LIFTING");
    }

    @Test
    void aCommunicationOnRecordNeedsNoCheckEvenIfItIsToCome() {
        Judged.with(REPORTS, "[{\"reportedOn\": \"2025-06-01\"}]", COMMUNICATED, "\"2025-06-10\"")
                .is(SUSPENDED, PROJECT_COVERED)
                .warns()
                .doubts("G-A12", LIFTED);
    }

    @Test
    void theCheckIsCalledForWhereAnExceptionIsMetToo() {
        Judged.with(
                        REPORTS,
                        "[{\"reportedOn\": \"2025-06-01\"}]",
                        "/facts/exceptions/mcnExperiment",
                        "{\"included\": true}")
                .is(EXCEPTED, MCN_EXPERIMENT)
                .warns("VERIFY_LIFTING")
                .doubts("G-A12", LIFTED);
    }

    @Test
    void theTermsOnRecordAreNotTheCallersWord() {
        var looks = Judged.with("/measure", "absent", AS_OF, "\"2025-06-02\"").determination.trace().stream()
                .flatMap(step -> step.facts().stream())
                .filter(look -> look.fact() == SuspensionFacts.IN_FORCE_NOT_LATER_THAN)
                .toList();
        assertThat(looks).isNotEmpty().allSatisfy(look -> {
            assertThat(look.provenance()).hasToString("RECORDED");
            assertThat(look.value()).isEqualTo("2025-03-18");
        });
    }
}
