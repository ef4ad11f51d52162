package ca.balise.social.determination.model;

import static ca.balise.social.determination.model.AccountFacts.*;

import ca.balise.kit.reasoning.Facts;
import ca.balise.kit.reasoning.Readings;
import ca.balise.kit.testing.FactGrid;
import ca.balise.social.department.model.FaaSchedule;
import ca.balise.social.determination.Accounts;
import ca.balise.social.platform.model.PlatformReview;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every combination of what can be known of each rule's own facts, with the facts of the others at representatives. Whatever is known
 * there is exactly one answer; in brief it is the same; a privacy impact assessment is never said to be required; nothing is compliant
 * that lacks a fact or a duty.
 */
class EnumerationTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 2);

    /** Each rule, with the full product of its own facts. */
    enum Rule {
        D0 {
            @Override
            FactGrid grid() {
                return usual().vary(
                                FAA_SCHEDULE,
                                null,
                                List.of(),
                                List.of(FaaSchedule.I),
                                List.of(FaaSchedule.I_1),
                                List.of(FaaSchedule.II),
                                List.of(FaaSchedule.III),
                                List.of(FaaSchedule.IV, FaaSchedule.V),
                                List.of(FaaSchedule.III, FaaSchedule.II))
                        .varyTruths(POLICY_DEPARTMENT, STANDS_AS_PARENT, NOTICE_PUBLISHED);
            }
        },
        D1_D4 {
            @Override
            FactGrid grid() {
                return usual().varyChoice(PLATFORM, PlatformReview.class)
                        .varyChoice(ACCOUNT_STATE, AccountState.class)
                        .varyChoice(LEGAL_OUTCOME, LegalOutcome.class)
                        .varyTruths(LEGAL_CONSULTED, PUBLISHER_CONTACTED, INTERNAL_SUITABILITY, USE_STARTED)
                        .varyChoice(PIA_DECISION, PiaDecision.class);
            }
        },
        D2_D5 {
            @Override
            FactGrid grid() {
                return usual().vary(
                                USES,
                                null,
                                List.of(),
                                AccountFacts.uses(List.of("DISSEMINATION")),
                                AccountFacts.uses(List.of("ACCOUNT_ANALYTICS", "INTERACTION")),
                                AccountFacts.uses(List.of("SURVEY")),
                                AccountFacts.uses(List.of("DISSEMINATION", "RESEARCH")))
                        .vary(
                                OTHER_USE_PURPOSES,
                                null,
                                Map.of("RESEARCH", Purpose.NON_ADMINISTRATIVE, "SURVEY", Purpose.ADMINISTRATIVE))
                        .varyTruths(
                                COMMUNICATIONS_PROGRAM,
                                ANALYTICS_AGGREGATED,
                                AUTHORITY_VERIFIED,
                                OWN_ANALYSES_DONE,
                                PUBLISHER_CONTACTED,
                                USE_STARTED)
                        .vary(PIA_DECISION, null, PiaDecision.COMPLETED)
                        .varyChoice(ACCOUNT_STATE, AccountState.class);
            }
        },
        D3 {
            @Override
            FactGrid grid() {
                return usual().varyTruths(
                                NOTICE_PUBLISHED,
                                NOTICE_ELEMENTS,
                                GOVERNMENT_RESPONSIBILITIES,
                                WHAT_IS_PERSONAL_INFORMATION,
                                HOW_USED,
                                NOTICE_CURRENT,
                                INTERNAL_SUITABILITY)
                        .vary(
                                NOTICE_LANGUAGES,
                                null,
                                List.of(NoticeLanguage.EN),
                                List.of(NoticeLanguage.FR, NoticeLanguage.EN))
                        .vary(
                                PIBS_REGISTERED,
                                null,
                                AccountFacts.banks(List.of()),
                                AccountFacts.banks(List.of("PSU 938", "PSU 914")));
            }
        },
        D3_BY_STATE {
            @Override
            FactGrid grid() {
                return usual().varyChoice(ACCOUNT_STATE, AccountState.class)
                        .vary(CREATED_ON, null, LocalDate.of(2021, 1, 20))
                        .varyTruths(ATIP_CONSULTED, REQUEST_FORM_SUBMITTED, PUBLISHER_PERMISSION, NOTICE_PUBLISHED);
            }
        },
        D6_D7 {
            @Override
            FactGrid grid() {
                return usual().vary(
                                SECONDARY_USES,
                                null,
                                List.of(),
                                AccountFacts.secondaryUses(List.of("MODERATION")),
                                AccountFacts.secondaryUses(List.of("PROFILING")),
                                AccountFacts.secondaryUses(List.of("MAILING_LIST")),
                                AccountFacts.secondaryUses(List.of("MAILING_LIST", "PROFILING")))
                        .vary(PIB_CONSISTENT_USE, null, Map.of("PROFILING", new ConsistentUse("PSU 938", "words")))
                        .varyTruths(MAILING_LIST_CONSENT, AUTHORITY_VERIFIED, OWN_ANALYSES_DONE, USE_STARTED)
                        .varyChoice(PIA_DECISION, PiaDecision.class);
            }
        },
        D8 {
            @Override
            FactGrid grid() {
                return usual().varyChoice(PLATFORM, PlatformReview.class)
                        .vary(
                                USES,
                                null,
                                AccountFacts.uses(List.of("DISSEMINATION")),
                                AccountFacts.uses(List.of("RESEARCH")))
                        .vary(
                                PERSONAL_INFORMATION,
                                null,
                                List.of(),
                                AccountFacts.personalInformation(List.of("NAME", "HANDLE")),
                                AccountFacts.personalInformation(List.of("NAME", "SIN")))
                        .vary(SECONDARY_USES, null, AccountFacts.secondaryUses(List.of("PROFILING")))
                        .varyChoice(PIA_DECISION, PiaDecision.class)
                        .vary(PIA_RATIONALE, null, "because")
                        .varyTruths(MITIGATION_OPEN, LEGAL_CONSULTED, USE_STARTED);
            }
        };

        abstract FactGrid grid();
    }

    private static FactGrid usual() {
        return new FactGrid()
                .fix(FAA_SCHEDULE, List.of(FaaSchedule.I))
                .fix(POLICY_DEPARTMENT, true)
                .fix(PLATFORM, PlatformReview.REVIEWED)
                .fix(ACCOUNT_STATE, AccountState.NEW)
                .fix(USES, AccountFacts.uses(List.of("DISSEMINATION")))
                .fix(PERSONAL_INFORMATION, AccountFacts.personalInformation(List.of("NAME")))
                .fix(PIBS_REGISTERED, AccountFacts.banks(List.of("PSU 938", "PSU 914")))
                .fix(COMMUNICATIONS_PROGRAM, true)
                .fix(NOTICE_PUBLISHED, true)
                .fix(INTERNAL_SUITABILITY, true)
                .fix(ATIP_CONSULTED, true)
                .fix(REQUEST_FORM_SUBMITTED, true)
                .fix(PUBLISHER_PERMISSION, true);
    }

    @ParameterizedTest
    @EnumSource
    void whateverIsKnownThereIsOneAnswer(Rule rule) {
        FactGrid grid = rule.grid();
        for (int point = 0; point < grid.size(); point++) {
            Facts facts = grid.facts(point);
            var determination = Accounts.RULES.determine(facts, Readings.adopted(), AS_OF);
            AccountConclusion conclusion = determination.conclusion();
            require(
                    determination.status() == Accounts.RULES.status(facts, Readings.adopted(), AS_OF),
                    "in brief it is another",
                    facts);
            require(
                    (conclusion.status().compliance() == null)
                            == (conclusion.applicability() == Applicability.NOT_SUBJECT),
                    "not one compliance",
                    facts);
            require(
                    (conclusion.results() == null) == (conclusion.applicability() != Applicability.SUBJECT),
                    "results of what does not apply",
                    facts);
            if (conclusion.status() == AccountStatus.COMPLIANT) {
                require(determination.duties().isEmpty(), "compliant with a duty", facts);
            }
            if (conclusion.status() == AccountStatus.INDETERMINATE) {
                require(!determination.missing().isEmpty(), "undetermined, and nothing is missing", facts);
            }
            AccountConclusion.Results results = conclusion.results();
            if (results != null) {
                require(!results.legalAnalysis().isEmpty(), "no analysis", facts);
                boolean open = results.pia() == PiaResult.MAY_BE_REQUIRED || results.pia() == PiaResult.IN_PROGRESS;
                require(determination.duties().contains("PIA_DECISION") == open, "no decision is due", facts);
                require(
                        results.pia() != PiaResult.NOT_REQUIRED
                                || (results.platformReview() != ReviewResult.NOT_REVIEWED
                                        && results.platformReview() != ReviewResult.INDETERMINATE),
                        "spared without a review",
                        facts);
            }
            require(
                    determination.reasons().stream()
                            .noneMatch(reason -> reason.code().startsWith("PIA")
                                    && reason.force() == ca.balise.kit.reasoning.Force.MUST),
                    "an assessment is called for",
                    facts);
        }
    }

    private static void require(boolean met, String otherwise, Facts facts) {
        if (!met) {
            throw new AssertionError(otherwise + " at " + facts.byPath());
        }
    }
}
