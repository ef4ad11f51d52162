package ca.balise.social.determination;

import ca.balise.social.department.ScheduleBody;
import ca.balise.social.determination.model.AccountState;
import ca.balise.social.determination.model.LegalOutcome;
import ca.balise.social.determination.model.PiaDecision;
import ca.balise.social.determination.model.Purpose;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An account to judge. Every fact may be {@code null} or left out, and is unknown then. */
@Schema(
        description =
                "An account to judge. A fact that is null or left out is unknown, which is never taken for the better one.")
public record DeterminationRequest(
        @Schema(required = true, description = "The day judged.", examples = "2026-11-02") @Nullable
        LocalDate asOf,

        @Schema(required = true) @Nullable Stated facts) {

    /** The facts of the account. */
    @Schema(name = "AccountFacts")
    public record Stated(
            @Nullable DepartmentFacts department,

            @Schema(
                    maxLength = 300,
                    description = "The platform's name, however written: face book, X (Twitter). Never repeated.",
                    examples = "FACEBOOK")
            @Nullable
            String platform,

            @Schema(description = "Stated, since the notice's effective date is missing: no date decides.") @Nullable
            AccountState accountState,

            @Schema(
                    maxItems = 50,
                    description =
                            "DISSEMINATION, INTERACTION, ACCOUNT_MANAGEMENT and ACCOUNT_ANALYTICS are covered; any other text is another use, and is not repeated. None stated is not known.")
            @Nullable
            List<@Nullable String> uses,

            @Schema(description = "The purpose of each other use, by the use as it is stated.") @Nullable
            Map<String, @Nullable Purpose> otherUsePurposes,

            @Schema(description = "Whether a use has begun for which something must be done before.") @Nullable
            Boolean useStarted,

            @Schema(description = "Whether the uses are within the department's communications program.") @Nullable
            Boolean communicationsProgram,

            @Nullable Boolean analyticsAggregated,

            @Schema(maxLength = 300, description = "Open text; never repeated. Decides nothing.") @Nullable
            String analyticsPurpose,

            @Schema(
                    maxItems = 50,
                    description =
                            "NAME, CONTACT, BIOGRAPHICAL, IMAGE, OPINIONS, COMMENTS, IP_ADDRESS and HANDLE are what the standard banks hold; any other text is other information, and is not repeated.")
            @Nullable
            List<@Nullable String> personalInformation,

            @Schema(maxItems = 50, description = "PSU 938 and PSU 914, or POU 938 and POU 914, count.") @Nullable
            List<@Nullable String> pibsRegistered,

            @Schema(
                    maxItems = 50,
                    description =
                            "MODERATION, PROGRAM_EVALUATION, TRANSFER_QUESTION_INTERNAL, TRANSFER_QUESTION_EXTERNAL, TRANSFER_COMPLAINT_INTERNAL and TRANSFER_COMPLAINT_EXTERNAL are consistent, MAILING_LIST with consent; another has to be shown to be. Each is answered by its own name. None stated is none.")
            @Nullable
            List<@Nullable String> secondaryUses,

            @Schema(description = "What shows a secondary use to be consistent, by the use as it is stated.") @Nullable
            Map<String, @Nullable ConsistentUseFacts> pibConsistentUse,

            @Nullable Boolean mailingListConsent,

            @Schema(maxLength = 300, description = "Open text; never repeated. Decides nothing.") @Nullable
            String consentMechanism,

            @Nullable Boolean noticePublished,

            @Schema(description = "Left out, it raises no duty; once one element is stated, each counts.") @Nullable
            NoticeElements noticeElements,

            @Schema(maxItems = 2, description = "The languages of the notice. Left out, it raises no duty.") @Nullable
            List<@Nullable NoticeLanguageBody> noticeLanguages,

            @Schema(description = "Whether the notice is the current one. Left out, it raises no duty.") @Nullable
            Boolean noticeCurrent,

            @Nullable Boolean internalSuitabilityConfirmed,
            @Nullable Boolean atipConsulted,
            @Nullable Boolean requestFormSubmitted,
            @Nullable Boolean principalPublisherPermission,
            @Nullable Boolean principalPublisherContacted,
            @Nullable Boolean legalConsulted,
            @Nullable LegalOutcome legalOutcome,
            @Nullable Boolean authorityVerified,
            @Nullable Boolean ownAnalysesDone,
            @Nullable PiaDecision piaDecision,

            @Schema(maxLength = 2000, description = "Open text; never repeated. NOT_NECESSARY counts with it only.")
            @Nullable
            String piaRationale,

            @Nullable Boolean mitigationOpen,

            @Schema(description = "Never decides anything.") @Nullable
            LocalDate createdOn) {}

    /** The body that holds the account. */
    @Schema(name = "AccountDepartment")
    public record DepartmentFacts(
            @Schema(
                    maxItems = 6,
                    description =
                            "The schedules of the Financial Administration Act that list the body; one of them may stand without a list. They overlap: one of I, I.1 and II suffices.")
            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            @Nullable
            List<@Nullable ScheduleBody> faaSchedule,

            @Schema(
                    description =
                            "Whether it is a department in the sense of the Policy on Communications and Federal Identity.")
            @Nullable
            Boolean policyDepartment) {}

    /** What the privacy notice explains (Q7). */
    @Schema(name = "AccountNoticeElements")
    public record NoticeElements(
            @Nullable Boolean governmentResponsibilities,
            @Nullable Boolean whatIsPersonalInformation,
            @Nullable Boolean howUsed) {

        boolean sayAnything() {
            return governmentResponsibilities != null || whatIsPersonalInformation != null || howUsed != null;
        }
    }

    /** What shows that a secondary use is a consistent use of a standard bank. */
    @Schema(name = "AccountConsistentUse")
    public record ConsistentUseFacts(
            @Schema(maxLength = 300, description = "The bank: PSU 938 or PSU 914.", examples = "PSU 938") @Nullable
            String bank,

            @Schema(maxLength = 2000, description = "Its words. Open text; never repeated.") @Nullable
            String quote) {}

    /** An official language on the wire. */
    @Schema(
            name = "NoticeLanguage",
            enumeration = {"en", "fr"})
    public enum NoticeLanguageBody {
        @JsonProperty("en")
        EN,
        @JsonProperty("fr")
        FR
    }
}
