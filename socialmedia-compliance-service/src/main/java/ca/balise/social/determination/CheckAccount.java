package ca.balise.social.determination;

import static ca.balise.social.determination.model.AccountFacts.ACCOUNT_STATE;
import static ca.balise.social.determination.model.AccountFacts.ANALYTICS_AGGREGATED;
import static ca.balise.social.determination.model.AccountFacts.ANALYTICS_PURPOSE;
import static ca.balise.social.determination.model.AccountFacts.ATIP_CONSULTED;
import static ca.balise.social.determination.model.AccountFacts.AUTHORITY_VERIFIED;
import static ca.balise.social.determination.model.AccountFacts.COMMUNICATIONS_PROGRAM;
import static ca.balise.social.determination.model.AccountFacts.CONSENT_MECHANISM;
import static ca.balise.social.determination.model.AccountFacts.CREATED_ON;
import static ca.balise.social.determination.model.AccountFacts.FAA_SCHEDULE;
import static ca.balise.social.determination.model.AccountFacts.GOVERNMENT_RESPONSIBILITIES;
import static ca.balise.social.determination.model.AccountFacts.HOW_USED;
import static ca.balise.social.determination.model.AccountFacts.INTERNAL_SUITABILITY;
import static ca.balise.social.determination.model.AccountFacts.LEGAL_CONSULTED;
import static ca.balise.social.determination.model.AccountFacts.LEGAL_OUTCOME;
import static ca.balise.social.determination.model.AccountFacts.MAILING_LIST_CONSENT;
import static ca.balise.social.determination.model.AccountFacts.MITIGATION_OPEN;
import static ca.balise.social.determination.model.AccountFacts.NOTICE_CURRENT;
import static ca.balise.social.determination.model.AccountFacts.NOTICE_ELEMENTS;
import static ca.balise.social.determination.model.AccountFacts.NOTICE_LANGUAGES;
import static ca.balise.social.determination.model.AccountFacts.NOTICE_PUBLISHED;
import static ca.balise.social.determination.model.AccountFacts.OTHER_USE_PURPOSES;
import static ca.balise.social.determination.model.AccountFacts.OWN_ANALYSES_DONE;
import static ca.balise.social.determination.model.AccountFacts.PERSONAL_INFORMATION;
import static ca.balise.social.determination.model.AccountFacts.PIA_DECISION;
import static ca.balise.social.determination.model.AccountFacts.PIA_RATIONALE;
import static ca.balise.social.determination.model.AccountFacts.PIBS_REGISTERED;
import static ca.balise.social.determination.model.AccountFacts.PIB_CONSISTENT_USE;
import static ca.balise.social.determination.model.AccountFacts.PLATFORM;
import static ca.balise.social.determination.model.AccountFacts.PLATFORM_NAME;
import static ca.balise.social.determination.model.AccountFacts.POLICY_DEPARTMENT;
import static ca.balise.social.determination.model.AccountFacts.PUBLISHER_CONTACTED;
import static ca.balise.social.determination.model.AccountFacts.PUBLISHER_PERMISSION;
import static ca.balise.social.determination.model.AccountFacts.REQUEST_FORM_SUBMITTED;
import static ca.balise.social.determination.model.AccountFacts.SECONDARY_USES;
import static ca.balise.social.determination.model.AccountFacts.STANDS_AS_PARENT;
import static ca.balise.social.determination.model.AccountFacts.USES;
import static ca.balise.social.determination.model.AccountFacts.USE_STARTED;
import static ca.balise.social.determination.model.AccountFacts.WHAT_IS_PERSONAL_INFORMATION;

import ca.balise.kit.http.problem.Members;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.reasoning.Facts;
import ca.balise.social.ComplianceProblem;
import ca.balise.social.department.ScheduleBody;
import ca.balise.social.determination.DeterminationRequest.ConsistentUseFacts;
import ca.balise.social.determination.DeterminationRequest.NoticeLanguageBody;
import ca.balise.social.determination.DeterminationRequest.Stated;
import ca.balise.social.determination.model.AccountCase;
import ca.balise.social.determination.model.AccountFacts;
import ca.balise.social.determination.model.ConsistentUse;
import ca.balise.social.determination.model.NoticeLanguage;
import ca.balise.social.platform.model.PlatformCatalogue;
import ca.balise.social.platform.model.PlatformName;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes sure of a described account, and says everything that is wrong with it at once. */
@ApplicationScoped
public class CheckAccount {

    /** Longer than any name or purpose, shorter than a text that should be attached. */
    private static final int TEXT_LIMIT = 300;

    private static final int LONG_TEXT_LIMIT = 2_000;
    private static final int LIST_LIMIT = 50;

    /**
     * What a description says, if it holds together.
     *
     * @param catalogue the platforms on record, by which the one named is judged
     * @throws ProblemException 422 with a violation for each member at fault
     */
    public AccountCase check(@Nullable DeterminationRequest described, PlatformCatalogue catalogue) {
        var members = new Members(ComplianceProblem.INVALID_CASE, CheckAccount.class, "");
        var given = described == null ? new DeterminationRequest(null, null) : described;
        LocalDate asOf = members.required("/asOf", given.asOf());
        Stated stated = members.required("/facts", given.facts());
        Facts.Builder facts = Facts.builder();
        if (stated != null) {
            body(stated, facts, members);
            platform(stated, catalogue, facts, members);
            uses(stated, facts, members);
            secondaryUses(stated, facts, members);
            notice(stated, facts, members);
            steps(stated, facts, members);
        }
        members.throwIfAny();
        return new AccountCase(Objects.requireNonNull(asOf), facts.build());
    }

    private static void body(Stated stated, Facts.Builder facts, Members members) {
        // The schedules that a caller states are the body's own.
        facts.derived(STANDS_AS_PARENT, false);
        var department = stated.department();
        if (department != null) {
            facts.asserted(POLICY_DEPARTMENT, department.policyDepartment())
                    .asserted(
                            FAA_SCHEDULE,
                            list(
                                    "/facts/department/faaSchedule",
                                    department.faaSchedule(),
                                    ScheduleBody.values().length,
                                    ScheduleBody::toModel,
                                    members));
        }
    }

    private static void platform(Stated stated, PlatformCatalogue catalogue, Facts.Builder facts, Members members) {
        String written = text("/facts/platform", stated.platform(), TEXT_LIMIT, members);
        if (written != null) {
            PlatformName name = PlatformName.of(written);
            facts.recorded(PLATFORM, catalogue.reviewOf(name)).derived(PLATFORM_NAME, name.key());
        }
    }

    private static void uses(Stated stated, Facts.Builder facts, Members members) {
        List<String> uses = texts("/facts/uses", stated.uses(), members);
        List<String> information = texts("/facts/personalInformation", stated.personalInformation(), members);
        facts.asserted(ACCOUNT_STATE, stated.accountState())
                .asserted(CREATED_ON, stated.createdOn())
                .asserted(USES, uses == null ? null : AccountFacts.uses(uses))
                .asserted(
                        OTHER_USE_PURPOSES,
                        map(
                                "/facts/otherUsePurposes",
                                stated.otherUsePurposes(),
                                (pointer, purpose) -> purpose,
                                members))
                .asserted(USE_STARTED, stated.useStarted())
                .asserted(COMMUNICATIONS_PROGRAM, stated.communicationsProgram())
                .asserted(ANALYTICS_AGGREGATED, stated.analyticsAggregated())
                .asserted(
                        ANALYTICS_PURPOSE,
                        text("/facts/analyticsPurpose", stated.analyticsPurpose(), TEXT_LIMIT, members))
                .asserted(
                        PERSONAL_INFORMATION,
                        information == null ? null : AccountFacts.personalInformation(information));
    }

    private static void secondaryUses(Stated stated, Facts.Builder facts, Members members) {
        List<String> uses = texts("/facts/secondaryUses", stated.secondaryUses(), members);
        facts.asserted(SECONDARY_USES, uses == null ? null : AccountFacts.secondaryUses(uses))
                .asserted(
                        PIB_CONSISTENT_USE,
                        map(
                                "/facts/pibConsistentUse",
                                stated.pibConsistentUse(),
                                (pointer, proof) -> consistentUse(pointer, proof, members),
                                members))
                .asserted(MAILING_LIST_CONSENT, stated.mailingListConsent())
                .asserted(
                        CONSENT_MECHANISM,
                        text("/facts/consentMechanism", stated.consentMechanism(), TEXT_LIMIT, members));
    }

    /** Half a proof is none. */
    private static @Nullable ConsistentUse consistentUse(String pointer, ConsistentUseFacts proof, Members members) {
        String bank = text(pointer, proof.bank(), TEXT_LIMIT, members);
        String quote = text(pointer, proof.quote(), LONG_TEXT_LIMIT, members);
        return bank == null || quote == null ? null : new ConsistentUse(bank, quote);
    }

    private static void notice(Stated stated, Facts.Builder facts, Members members) {
        var elements = stated.noticeElements();
        if (elements != null) {
            facts.asserted(GOVERNMENT_RESPONSIBILITIES, elements.governmentResponsibilities())
                    .asserted(WHAT_IS_PERSONAL_INFORMATION, elements.whatIsPersonalInformation())
                    .asserted(HOW_USED, elements.howUsed());
        }
        facts.derived(NOTICE_ELEMENTS, elements != null && elements.sayAnything())
                .asserted(NOTICE_PUBLISHED, stated.noticePublished())
                .asserted(
                        NOTICE_LANGUAGES,
                        list(
                                "/facts/noticeLanguages",
                                stated.noticeLanguages(),
                                NoticeLanguageBody.values().length,
                                language -> NoticeLanguage.valueOf(language.name()),
                                members))
                .asserted(NOTICE_CURRENT, stated.noticeCurrent());
    }

    private static void steps(Stated stated, Facts.Builder facts, Members members) {
        List<String> banks = texts("/facts/pibsRegistered", stated.pibsRegistered(), members);
        facts.asserted(PIBS_REGISTERED, banks == null ? null : AccountFacts.banks(banks))
                .asserted(INTERNAL_SUITABILITY, stated.internalSuitabilityConfirmed())
                .asserted(ATIP_CONSULTED, stated.atipConsulted())
                .asserted(REQUEST_FORM_SUBMITTED, stated.requestFormSubmitted())
                .asserted(PUBLISHER_PERMISSION, stated.principalPublisherPermission())
                .asserted(PUBLISHER_CONTACTED, stated.principalPublisherContacted())
                .asserted(LEGAL_CONSULTED, stated.legalConsulted())
                .asserted(LEGAL_OUTCOME, stated.legalOutcome())
                .asserted(AUTHORITY_VERIFIED, stated.authorityVerified())
                .asserted(OWN_ANALYSES_DONE, stated.ownAnalysesDone())
                .asserted(PIA_DECISION, stated.piaDecision())
                .asserted(PIA_RATIONALE, text("/facts/piaRationale", stated.piaRationale(), LONG_TEXT_LIMIT, members))
                .asserted(MITIGATION_OPEN, stated.mitigationOpen());
    }

    private static @Nullable List<String> texts(
            String pointer, @Nullable List<@Nullable String> given, Members members) {
        List<String> texts = list(pointer, given, LIST_LIMIT, text -> text, members);
        if (texts != null) {
            for (int i = 0; i < texts.size(); i++) {
                members.text(pointer + "/" + i, texts.get(i), TEXT_LIMIT);
            }
        }
        return texts;
    }

    private static <T, R> @Nullable List<R> list(
            String pointer, @Nullable List<@Nullable T> given, int limit, Function<T, R> reading, Members members) {
        if (given == null || !members.atMost(pointer, given.size(), limit)) {
            return null;
        }
        List<R> read = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            T one = members.required(pointer + "/" + i, given.get(i));
            if (one != null) {
                read.add(reading.apply(one));
            }
        }
        return List.copyOf(read);
    }

    /** Reads a value by where it stands. */
    private interface Reading<T, R> {
        @Nullable
        R read(String pointer, T value);
    }

    /** A value that is null is not known, as if it were not there. Names are the caller's own, so that a fault points at the whole. */
    private static <T, R> @Nullable Map<String, R> map(
            String pointer, @Nullable Map<String, @Nullable T> given, Reading<T, R> reading, Members members) {
        if (given == null || !members.atMost(pointer, given.size(), LIST_LIMIT)) {
            return null;
        }
        Map<String, R> read = new LinkedHashMap<>();
        for (Map.Entry<String, @Nullable T> entry : given.entrySet()) {
            members.shortEnough(pointer, entry.getKey(), TEXT_LIMIT);
            T value = entry.getValue();
            R result = value == null ? null : reading.read(pointer, value);
            if (result != null) {
                read.put(entry.getKey(), result);
            }
        }
        return read.isEmpty() ? null : Map.copyOf(read);
    }

    private static @Nullable String text(String pointer, @Nullable String text, int limit, Members members) {
        if (text == null || text.isBlank()) {
            return null;
        }
        members.shortEnough(pointer, text, limit);
        return text;
    }
}
