package ca.balise.genai.determination;

import ca.balise.genai.determination.model.Activity;
import ca.balise.genai.determination.model.Addressee;
import ca.balise.genai.determination.model.BusinessCaseBasis;
import ca.balise.genai.determination.model.ChangeScope;
import ca.balise.genai.determination.model.Decision;
import ca.balise.genai.determination.model.Officer;
import ca.balise.genai.determination.model.Opinion;
import ca.balise.genai.determination.model.Payer;
import ca.balise.genai.determination.model.PrimaryPurpose;
import ca.balise.genai.determination.model.RelevanceDocument;
import ca.balise.genai.determination.model.SecurityUnit;
import ca.balise.genai.determination.model.UseMode;
import ca.balise.genai.determination.model.UseScale;
import ca.balise.genai.organization.model.OrganizationKind;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A case to judge. Every fact may be {@code null} or left out, and is unknown then, but for {@code use.mode}. */
@Schema(description = "A case to judge. A fact that is null or left out is unknown, which is never taken for false.")
public record DeterminationRequest(
        @Schema(required = true, description = "The day judged.", examples = "2025-06-02")
        @JsonDeserialize(using = IsoDay.class)
        @Nullable
        LocalDate asOf,

        @Schema(required = true) @Nullable Stated facts,

        @Schema(
                description =
                        "What if the suspension were other than registered. Members left out keep what is registered.")
        @Nullable
        Measure measure) {

    /** The facts of the case. */
    @Schema(name = "DeterminationFacts")
    public record Stated(
            @Nullable Organization organization,
            @Nullable AiSystem system,

            @Schema(required = true) @Nullable Use use,

            @Schema(description = "The exceptions claimed: one whose object is present is claimed.") @Nullable
            Exceptions exceptions) {}

    /** The public body. */
    @Schema(name = "DeterminationOrganization")
    public record Organization(
            @Schema(description = "Decides nothing by itself.") @Nullable
            OrganizationKind kind,

            @Schema(description = "Whether article 2 of the LGGRI covers the body.") @Nullable
            Boolean subjectToLggriArticle2) {}

    /** The system. */
    @Schema(name = "DeterminationSystem")
    public record AiSystem(
            @Nullable Boolean generativeAi,

            @Schema(
                    description =
                            "Whether it communicates in natural language, in what is asked or in what is answered.")
            @Nullable
            Boolean naturalLanguage,

            @Nullable PrimaryPurpose primaryPurpose) {}

    /** What is done with it. */
    @Schema(name = "DeterminationUse")
    public record Use(
            @Schema(required = true) @Nullable UseMode mode,

            @Nullable UseScale scale,

            @Schema(maxItems = 50) @Nullable List<@Nullable Activity> activities,

            @Schema(description = "Never changes anything.") @Nullable
            Boolean additionalBudget,

            @Nullable Boolean personal,
            @Nullable Boolean consumerVersion,
            @Nullable Boolean free,
            @Nullable Boolean availableOutsideOrganization,
            @Nullable Boolean organizationPermitsAccess,
            @Nullable Payer payer,
            @Nullable Boolean enabledByVendor,
            @Nullable Boolean leftEnabled,

            @Schema(maxLength = 300, description = "Open text; never repeated.") @Nullable
            String product) {}

    /** The exceptions claimed. */
    @Schema(name = "DeterminationExceptions")
    public record Exceptions(
            @Nullable McnExperiment mcnExperiment,
            @Nullable BusinessCase businessCase,
            @Nullable StructuredApproach structuredApproach,
            @Nullable PreExisting preExisting,
            @Nullable DpiAuthorization dpiAuthorization) {}

    /** FAQ-9.1. */
    @Schema(name = "DeterminationMcnExperiment")
    public record McnExperiment(
            @Schema(description = "Whether this very assistant is part of the MCN’s experiment.") @Nullable
            Boolean included,

            @Schema(description = "Whether the body takes part, with whatever assistant; decides nothing.") @Nullable
            Boolean organizationParticipates) {}

    /** FAQ-9.2. */
    @Schema(name = "DeterminationBusinessCase")
    public record BusinessCase(
            @Nullable BusinessCaseBasis basis,

            @JsonDeserialize(using = IsoDay.class) @Nullable LocalDate submittedOn,

            @Nullable Officer recommendedBy,

            @JsonDeserialize(using = IsoDay.class) @Nullable LocalDate recommendedOn) {}

    /** FAQ-9.3, FAQ-10. */
    @Schema(name = "DeterminationStructuredApproach")
    public record StructuredApproach(
            @Schema(
                    maxLength = 300,
                    description = "SERVICE_IMPROVEMENT and EFFICIENCY qualify; any other text is never repeated.",
                    examples = "SERVICE_IMPROVEMENT")
            @Nullable
            String purpose,

            @Nullable Boolean principlesDemonstrated,
            @Nullable RiskManagement riskManagement,
            @Nullable SecurityOpinion securityOpinion,
            @Nullable Boolean dataQualityAssured,
            @Nullable Relevance relevance,
            @Nullable Boolean trainingProvided,
            @Nullable Boolean declaredInCollection) {}

    /** FAQ-10.1. */
    @Schema(name = "DeterminationRiskManagement")
    public record RiskManagement(
            @Nullable Boolean organizationalRiskAssessed,
            @Nullable Boolean privacyAssessed,
            @Nullable Boolean mitigationImplemented,
            @Nullable Boolean adequate) {}

    /** FAQ-10.2. */
    @Schema(name = "DeterminationSecurityOpinion")
    public record SecurityOpinion(
            @Nullable Opinion favourable,
            @Nullable Boolean written,

            @Schema(description = "The body’s own security unit, or the one to which it is attached.") @Nullable
            SecurityUnit unit,

            @Schema(description = "How many conditions of the opinion are not met yet.", minimum = "0") @Nullable
            Integer openConditions) {}

    /** FAQ-10.4. */
    @Schema(name = "DeterminationRelevance")
    public record Relevance(
            @Nullable RelevanceDocument document, @Nullable Addressee addressee) {}

    /** FAQ-9.4. */
    @Schema(name = "DeterminationPreExisting")
    public record PreExisting(
            @JsonDeserialize(using = IsoDay.class) @Nullable LocalDate effectiveSince,

            @Nullable SecurityApproval securityApproval,
            @Nullable Boolean privacyAssessmentRequired,
            @Nullable Boolean privacyAssessmentCompleted,

            @JsonDeserialize(using = IsoDay.class) @Nullable LocalDate privacyAssessmentCompletedOn,

            @Nullable ChangeScope changeScope) {}

    /** The approval of the deployment. */
    @Schema(name = "DeterminationSecurityApproval")
    public record SecurityApproval(
            @Nullable Boolean approved,

            @JsonDeserialize(using = IsoDay.class) @Nullable LocalDate approvedOn) {}

    /** FAQ-9.5. */
    @Schema(name = "DeterminationDpiAuthorization")
    public record DpiAuthorization(
            @Nullable Boolean requestedByOrganization,
            @Nullable Officer decidedBy,
            @Nullable Decision decision,

            @JsonDeserialize(using = IsoDay.class) @Nullable LocalDate decidedOn,

            @Schema(description = "Whether the authorization’s scope covers the use.") @Nullable
            Boolean coversUse) {}

    /** What if the suspension were other than registered. To give {@code null} is to say that it is not known. */
    @Schema(name = "DeterminationMeasure")
    public record Measure(
            @Schema(implementation = LocalDate.class, nullable = true) @Nullable
            Given<LocalDate> inForceFrom,

            @Schema(implementation = LocalDate.class, nullable = true) @Nullable
            Given<LocalDate> inForceNotLaterThan,

            @Schema(implementation = LocalDate.class, nullable = true) @Nullable
            Given<LocalDate> conclusionsCommunicatedOn,

            @Schema(implementation = LocalDate.class, nullable = true) @Nullable
            Given<LocalDate> replacedOn,

            @Schema(
                    implementation = String.class,
                    nullable = true,
                    maxLength = 300,
                    description = "Open text; never repeated.")
            @Nullable
            Given<String> successorInstrument,

            @Schema(implementation = Report[].class, nullable = true, maxItems = 50) @Nullable
            Given<List<@Nullable Report>> publicReports) {}

    /** Public news about the suspension. */
    @Schema(name = "DeterminationPublicReport")
    public record Report(
            @Schema(required = true) @JsonDeserialize(using = IsoDay.class) @Nullable
            LocalDate reportedOn,

            @Schema(maxLength = 2000, description = "Open text; never repeated.") @Nullable
            String source) {}
}
