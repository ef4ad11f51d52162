package ca.balise.genai.determination.model;

import ca.balise.genai.measure.model.PublicReport;
import ca.balise.genai.organization.model.OrganizationKind;
import ca.balise.kit.reasoning.Fact;
import ca.balise.kit.reasoning.KeptFacts;
import java.time.LocalDate;
import java.util.List;

/** Every fact of a case, by path. A claimed exception is one whose object is present, which is a fact of its own. */
public final class SuspensionFacts {

    public static final Fact<OrganizationKind> ORGANIZATION_KIND =
            Fact.choice("organization.kind", OrganizationKind.class);
    public static final Fact<Boolean> SUBJECT_TO_ARTICLE_2 = Fact.truth("organization.subjectToLggriArticle2");

    public static final Fact<Boolean> GENERATIVE_AI = Fact.truth("system.generativeAi");
    public static final Fact<Boolean> NATURAL_LANGUAGE = Fact.truth("system.naturalLanguage");
    public static final Fact<PrimaryPurpose> PRIMARY_PURPOSE =
            Fact.choice("system.primaryPurpose", PrimaryPurpose.class);

    public static final Fact<UseMode> MODE = Fact.choice("use.mode", UseMode.class);
    public static final Fact<UseScale> SCALE = Fact.choice("use.scale", UseScale.class);
    public static final Fact<List<Activity>> ACTIVITIES = Fact.list("use.activities", Activity.class);
    public static final Fact<Boolean> ADDITIONAL_BUDGET = Fact.truth("use.additionalBudget");
    public static final Fact<Boolean> PERSONAL = Fact.truth("use.personal");
    public static final Fact<Boolean> CONSUMER_VERSION = Fact.truth("use.consumerVersion");
    public static final Fact<Boolean> FREE = Fact.truth("use.free");
    public static final Fact<Boolean> AVAILABLE_OUTSIDE = Fact.truth("use.availableOutsideOrganization");
    public static final Fact<Boolean> PERMITS_ACCESS = Fact.truth("use.organizationPermitsAccess");
    public static final Fact<Payer> PAYER = Fact.choice("use.payer", Payer.class);
    public static final Fact<Boolean> ENABLED_BY_VENDOR = Fact.truth("use.enabledByVendor");
    public static final Fact<Boolean> LEFT_ENABLED = Fact.truth("use.leftEnabled");
    public static final Fact<String> PRODUCT = Fact.text("use.product");

    public static final Fact<Boolean> MCN_EXPERIMENT = Fact.truth("exceptions.mcnExperiment");
    public static final Fact<Boolean> INCLUDED = Fact.truth("exceptions.mcnExperiment.included");
    public static final Fact<Boolean> ORGANIZATION_PARTICIPATES =
            Fact.truth("exceptions.mcnExperiment.organizationParticipates");

    public static final Fact<Boolean> BUSINESS_CASE = Fact.truth("exceptions.businessCase");
    public static final Fact<BusinessCaseBasis> BASIS =
            Fact.choice("exceptions.businessCase.basis", BusinessCaseBasis.class);
    public static final Fact<LocalDate> SUBMITTED_ON = Fact.date("exceptions.businessCase.submittedOn");
    public static final Fact<Officer> RECOMMENDED_BY =
            Fact.choice("exceptions.businessCase.recommendedBy", Officer.class);
    public static final Fact<LocalDate> RECOMMENDED_ON = Fact.date("exceptions.businessCase.recommendedOn");

    /** Purposes of a structured approach that the text names (FAQ-9.3). */
    static final List<String> QUALIFYING_PURPOSES = List.of("SERVICE_IMPROVEMENT", "EFFICIENCY");

    public static final Fact<Boolean> STRUCTURED_APPROACH = Fact.truth("exceptions.structuredApproach");
    public static final Fact<String> PURPOSE =
            Fact.text("exceptions.structuredApproach.purpose", QUALIFYING_PURPOSES.toArray(String[]::new));
    public static final Fact<Boolean> PRINCIPLES_DEMONSTRATED =
            Fact.truth("exceptions.structuredApproach.principlesDemonstrated");
    public static final Fact<Boolean> ORGANIZATIONAL_RISK_ASSESSED =
            Fact.truth("exceptions.structuredApproach.riskManagement.organizationalRiskAssessed");
    public static final Fact<Boolean> PRIVACY_ASSESSED =
            Fact.truth("exceptions.structuredApproach.riskManagement.privacyAssessed");
    public static final Fact<Boolean> MITIGATION_IMPLEMENTED =
            Fact.truth("exceptions.structuredApproach.riskManagement.mitigationImplemented");
    public static final Fact<Boolean> RISK_MANAGEMENT_ADEQUATE =
            Fact.truth("exceptions.structuredApproach.riskManagement.adequate");
    public static final Fact<Opinion> FAVOURABLE =
            Fact.choice("exceptions.structuredApproach.securityOpinion.favourable", Opinion.class);
    public static final Fact<Boolean> WRITTEN = Fact.truth("exceptions.structuredApproach.securityOpinion.written");
    public static final Fact<SecurityUnit> UNIT =
            Fact.choice("exceptions.structuredApproach.securityOpinion.unit", SecurityUnit.class);
    public static final Fact<Integer> OPEN_CONDITIONS =
            Fact.count("exceptions.structuredApproach.securityOpinion.openConditions");
    public static final Fact<Boolean> DATA_QUALITY_ASSURED =
            Fact.truth("exceptions.structuredApproach.dataQualityAssured");
    public static final Fact<RelevanceDocument> DOCUMENT =
            Fact.choice("exceptions.structuredApproach.relevance.document", RelevanceDocument.class);
    public static final Fact<Addressee> ADDRESSEE =
            Fact.choice("exceptions.structuredApproach.relevance.addressee", Addressee.class);
    public static final Fact<Boolean> TRAINING_PROVIDED = Fact.truth("exceptions.structuredApproach.trainingProvided");
    public static final Fact<Boolean> DECLARED_IN_COLLECTION =
            Fact.truth("exceptions.structuredApproach.declaredInCollection");

    public static final Fact<Boolean> PRE_EXISTING = Fact.truth("exceptions.preExisting");
    public static final Fact<LocalDate> EFFECTIVE_SINCE = Fact.date("exceptions.preExisting.effectiveSince");
    public static final Fact<Boolean> APPROVED = Fact.truth("exceptions.preExisting.securityApproval.approved");
    public static final Fact<LocalDate> APPROVED_ON = Fact.date("exceptions.preExisting.securityApproval.approvedOn");
    public static final Fact<Boolean> PRIVACY_ASSESSMENT_REQUIRED =
            Fact.truth("exceptions.preExisting.privacyAssessmentRequired");
    public static final Fact<Boolean> PRIVACY_ASSESSMENT_COMPLETED =
            Fact.truth("exceptions.preExisting.privacyAssessmentCompleted");
    public static final Fact<LocalDate> PRIVACY_ASSESSMENT_COMPLETED_ON =
            Fact.date("exceptions.preExisting.privacyAssessmentCompletedOn");
    public static final Fact<ChangeScope> CHANGE_SCOPE =
            Fact.choice("exceptions.preExisting.changeScope", ChangeScope.class);

    public static final Fact<Boolean> DPI_AUTHORIZATION = Fact.truth("exceptions.dpiAuthorization");
    public static final Fact<Boolean> REQUESTED_BY_ORGANIZATION =
            Fact.truth("exceptions.dpiAuthorization.requestedByOrganization");
    public static final Fact<Officer> DECIDED_BY = Fact.choice("exceptions.dpiAuthorization.decidedBy", Officer.class);
    public static final Fact<Decision> DECISION = Fact.choice("exceptions.dpiAuthorization.decision", Decision.class);
    public static final Fact<LocalDate> DECIDED_ON = Fact.date("exceptions.dpiAuthorization.decidedOn");
    public static final Fact<Boolean> COVERS_USE = Fact.truth("exceptions.dpiAuthorization.coversUse");

    public static final Fact<LocalDate> IN_FORCE_FROM = Fact.date("measure.inForceFrom");
    public static final Fact<LocalDate> IN_FORCE_NOT_LATER_THAN = Fact.date("measure.inForceNotLaterThan");
    public static final Fact<LocalDate> CONCLUSIONS_COMMUNICATED_ON = Fact.date("measure.conclusionsCommunicatedOn");
    public static final Fact<LocalDate> REPLACED_ON = Fact.date("measure.replacedOn");
    public static final Fact<String> SUCCESSOR_INSTRUMENT = Fact.text("measure.successorInstrument");
    public static final Fact<List<PublicReport>> PUBLIC_REPORTS =
            Fact.structures("measure.publicReports", PublicReport.class);

    /** What only the MCN can say, where the text does not (FAQ-11). No caller states it. */
    static final Fact<Boolean> RULING_OF_THE_MCN = Fact.truth("ruling.mcn");

    /** Every fact that a case can state, for what is kept of one. */
    static final KeptFacts KEPT = new KeptFacts(List.of(
            ORGANIZATION_KIND,
            SUBJECT_TO_ARTICLE_2,
            GENERATIVE_AI,
            NATURAL_LANGUAGE,
            PRIMARY_PURPOSE,
            MODE,
            SCALE,
            ACTIVITIES,
            ADDITIONAL_BUDGET,
            PERSONAL,
            CONSUMER_VERSION,
            FREE,
            AVAILABLE_OUTSIDE,
            PERMITS_ACCESS,
            PAYER,
            ENABLED_BY_VENDOR,
            LEFT_ENABLED,
            PRODUCT,
            MCN_EXPERIMENT,
            INCLUDED,
            ORGANIZATION_PARTICIPATES,
            BUSINESS_CASE,
            BASIS,
            SUBMITTED_ON,
            RECOMMENDED_BY,
            RECOMMENDED_ON,
            STRUCTURED_APPROACH,
            PURPOSE,
            PRINCIPLES_DEMONSTRATED,
            ORGANIZATIONAL_RISK_ASSESSED,
            PRIVACY_ASSESSED,
            MITIGATION_IMPLEMENTED,
            RISK_MANAGEMENT_ADEQUATE,
            FAVOURABLE,
            WRITTEN,
            UNIT,
            OPEN_CONDITIONS,
            DATA_QUALITY_ASSURED,
            DOCUMENT,
            ADDRESSEE,
            TRAINING_PROVIDED,
            DECLARED_IN_COLLECTION,
            PRE_EXISTING,
            EFFECTIVE_SINCE,
            APPROVED,
            APPROVED_ON,
            PRIVACY_ASSESSMENT_REQUIRED,
            PRIVACY_ASSESSMENT_COMPLETED,
            PRIVACY_ASSESSMENT_COMPLETED_ON,
            CHANGE_SCOPE,
            DPI_AUTHORIZATION,
            REQUESTED_BY_ORGANIZATION,
            DECIDED_BY,
            DECISION,
            DECIDED_ON,
            COVERS_USE,
            IN_FORCE_FROM,
            IN_FORCE_NOT_LATER_THAN,
            CONCLUSIONS_COMMUNICATED_ON,
            REPLACED_ON,
            SUCCESSOR_INSTRUMENT,
            PUBLIC_REPORTS));

    private SuspensionFacts() {}
}
