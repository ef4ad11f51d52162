package ca.balise.social.determination.model;

import ca.balise.kit.reasoning.Fact;
import ca.balise.social.department.model.FaaSchedule;
import ca.balise.social.platform.model.CoveredUse;
import ca.balise.social.platform.model.PlatformReview;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every fact of an account, by path. */
public final class AccountFacts {

    public static final Fact<Boolean> POLICY_DEPARTMENT = Fact.truth("department.policyDepartment");
    public static final Fact<List<FaaSchedule>> FAA_SCHEDULE = Fact.list("department.faaSchedule");

    /** Whether the schedules are those of the department of which the body is a sub-unit (S-A10). Never stated by a caller. */
    public static final Fact<Boolean> STANDS_AS_PARENT = Fact.truth("department.standsAsParent");

    /** How the platform stands with its reviews, by the catalogue, under the name that the caller gave it. */
    public static final Fact<PlatformReview> PLATFORM = Fact.choice("platform", PlatformReview.class);

    /** The platform's name in its one form. Decides nothing by itself. */
    public static final Fact<String> PLATFORM_NAME = Fact.text("platform.name");

    public static final Fact<AccountState> ACCOUNT_STATE = Fact.choice("accountState", AccountState.class);

    /** Decides nothing: the notice's effective date is missing (S-A12). */
    public static final Fact<LocalDate> CREATED_ON = Fact.date("createdOn");

    public static final Fact<List<Term>> USES = Fact.list("uses");
    public static final Fact<Map<String, Purpose>> OTHER_USE_PURPOSES = Fact.structure("otherUsePurposes");
    public static final Fact<Boolean> USE_STARTED = Fact.truth("useStarted");
    public static final Fact<Boolean> COMMUNICATIONS_PROGRAM = Fact.truth("communicationsProgram");
    public static final Fact<Boolean> ANALYTICS_AGGREGATED = Fact.truth("analyticsAggregated");

    /** Decides nothing: research, statistics, audit and evaluation are covered alike. */
    public static final Fact<String> ANALYTICS_PURPOSE = Fact.text("analyticsPurpose");

    public static final Fact<List<Term>> PERSONAL_INFORMATION = Fact.list("personalInformation");
    public static final Fact<List<Term>> PIBS_REGISTERED = Fact.list("pibsRegistered");

    public static final Fact<List<Term>> SECONDARY_USES = Fact.list("secondaryUses");
    public static final Fact<Map<String, ConsistentUse>> PIB_CONSISTENT_USE = Fact.structure("pibConsistentUse");
    public static final Fact<Boolean> MAILING_LIST_CONSENT = Fact.truth("mailingListConsent");

    /** Decides nothing by itself. */
    public static final Fact<String> CONSENT_MECHANISM = Fact.text("consentMechanism");

    public static final Fact<Boolean> NOTICE_PUBLISHED = Fact.truth("noticePublished");

    /** Whether anything is stated of what the notice explains: if nothing is, it raises no duty. Never stated itself. */
    public static final Fact<Boolean> NOTICE_ELEMENTS = Fact.truth("noticeElements");

    public static final Fact<Boolean> GOVERNMENT_RESPONSIBILITIES =
            Fact.truth("noticeElements.governmentResponsibilities");
    public static final Fact<Boolean> WHAT_IS_PERSONAL_INFORMATION =
            Fact.truth("noticeElements.whatIsPersonalInformation");
    public static final Fact<Boolean> HOW_USED = Fact.truth("noticeElements.howUsed");
    public static final Fact<List<NoticeLanguage>> NOTICE_LANGUAGES = Fact.list("noticeLanguages");
    public static final Fact<Boolean> NOTICE_CURRENT = Fact.truth("noticeCurrent");
    public static final Fact<Boolean> INTERNAL_SUITABILITY = Fact.truth("internalSuitabilityConfirmed");

    public static final Fact<Boolean> ATIP_CONSULTED = Fact.truth("atipConsulted");
    public static final Fact<Boolean> REQUEST_FORM_SUBMITTED = Fact.truth("requestFormSubmitted");
    public static final Fact<Boolean> PUBLISHER_PERMISSION = Fact.truth("principalPublisherPermission");
    public static final Fact<Boolean> PUBLISHER_CONTACTED = Fact.truth("principalPublisherContacted");

    public static final Fact<Boolean> LEGAL_CONSULTED = Fact.truth("legalConsulted");
    public static final Fact<LegalOutcome> LEGAL_OUTCOME = Fact.choice("legalOutcome", LegalOutcome.class);
    public static final Fact<Boolean> AUTHORITY_VERIFIED = Fact.truth("authorityVerified");
    public static final Fact<Boolean> OWN_ANALYSES_DONE = Fact.truth("ownAnalysesDone");

    public static final Fact<PiaDecision> PIA_DECISION = Fact.choice("piaDecision", PiaDecision.class);
    public static final Fact<String> PIA_RATIONALE = Fact.text("piaRationale");
    public static final Fact<Boolean> MITIGATION_OPEN = Fact.truth("mitigationOpen");

    private static final Set<String> COVERED_USES = Term.codes(CoveredUse.values());

    /** What Q10 expects the standard banks to hold; a handle is a name. */
    private static final Set<String> LISTED_INFORMATION =
            Set.of("NAME", "CONTACT", "BIOGRAPHICAL", "IMAGE", "OPINIONS", "COMMENTS", "IP_ADDRESS", "HANDLE");

    /** What Q6 gives as examples of consistent uses. */
    static final Set<String> CONSISTENT_USES = Set.of(
            "MODERATION",
            "PROGRAM_EVALUATION",
            "TRANSFER_QUESTION_INTERNAL",
            "TRANSFER_QUESTION_EXTERNAL",
            "TRANSFER_COMPLAINT_INTERNAL",
            "TRANSFER_COMPLAINT_EXTERNAL");

    static final String MAILING_LIST = "MAILING_LIST";

    private static final Set<String> SECONDARY_USE_CODES =
            Stream.concat(CONSISTENT_USES.stream(), Stream.of(MAILING_LIST)).collect(Collectors.toUnmodifiableSet());

    private static final Set<String> BANKS = Set.of("PSU 938", "PSU 914");

    private AccountFacts() {}

    /** What an account is used for, as stated. */
    public static List<Term> uses(Collection<String> texts) {
        return Term.of(texts, COVERED_USES);
    }

    /** What information an account collects, as stated. */
    public static List<Term> personalInformation(Collection<String> texts) {
        return Term.of(texts, LISTED_INFORMATION);
    }

    /** What else the information is used for, as stated. */
    public static List<Term> secondaryUses(Collection<String> texts) {
        return Term.of(texts, SECONDARY_USE_CODES);
    }

    /** The banks that a department has registered, as stated. */
    public static List<Term> banks(Collection<String> texts) {
        return Term.of(texts, BANKS);
    }
}
