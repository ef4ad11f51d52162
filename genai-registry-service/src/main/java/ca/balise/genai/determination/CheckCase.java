package ca.balise.genai.determination;

import ca.balise.genai.RegistryProblem;
import ca.balise.genai.determination.DeterminationRequest.BusinessCase;
import ca.balise.genai.determination.DeterminationRequest.DpiAuthorization;
import ca.balise.genai.determination.DeterminationRequest.Exceptions;
import ca.balise.genai.determination.DeterminationRequest.McnExperiment;
import ca.balise.genai.determination.DeterminationRequest.PreExisting;
import ca.balise.genai.determination.DeterminationRequest.Report;
import ca.balise.genai.determination.DeterminationRequest.StructuredApproach;
import ca.balise.genai.determination.DeterminationRequest.Use;
import ca.balise.genai.determination.model.Activity;
import ca.balise.genai.determination.model.SuspensionCase;
import ca.balise.genai.determination.model.SuspensionFacts;
import ca.balise.genai.determination.model.SuspensionTerms;
import ca.balise.genai.measure.model.PublicReport;
import ca.balise.kit.http.problem.Members;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.reasoning.Fact;
import ca.balise.kit.reasoning.Facts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes sure of a described case, and says everything that is wrong with it at once. */
@ApplicationScoped
public class CheckCase {

    /** Longer than any product’s name or purpose, shorter than a text that should be attached. */
    private static final int TEXT_LIMIT = 300;

    private static final int SOURCE_LIMIT = 2_000;
    private static final int LIST_LIMIT = 50;

    /**
     * What a description says, if it holds together.
     *
     * @param terms the terms of the registered suspension, which the description may override
     * @throws ProblemException 422 with a violation for each member at fault
     */
    public SuspensionCase check(@Nullable DeterminationRequest described, SuspensionTerms terms) {
        var members = new Members(RegistryProblem.INVALID_CASE, CheckCase.class, "");
        var given = described == null ? new DeterminationRequest(null, null, null) : described;
        LocalDate asOf = members.required("/asOf", given.asOf());
        var stated = members.required("/facts", given.facts());
        Facts.Builder facts = Facts.builder();
        terms.recordIn(facts);
        measure(given.measure(), facts, members);
        if (stated != null) {
            state(stated, facts, members);
        }
        members.throwIfAny();
        return new SuspensionCase(Objects.requireNonNull(asOf), facts.build());
    }

    private static void state(DeterminationRequest.Stated stated, Facts.Builder facts, Members members) {
        var organization = stated.organization();
        if (organization != null) {
            facts.asserted(SuspensionFacts.ORGANIZATION_KIND, organization.kind())
                    .asserted(SuspensionFacts.SUBJECT_TO_ARTICLE_2, organization.subjectToLggriArticle2());
        }
        var system = stated.system();
        if (system != null) {
            facts.asserted(SuspensionFacts.GENERATIVE_AI, system.generativeAi())
                    .asserted(SuspensionFacts.NATURAL_LANGUAGE, system.naturalLanguage())
                    .asserted(SuspensionFacts.PRIMARY_PURPOSE, system.primaryPurpose());
        }
        Use use = stated.use();
        members.required("/facts/use/mode", use == null ? null : use.mode());
        if (use != null) {
            use(use, facts, members);
        }
        Exceptions exceptions = stated.exceptions();
        exceptions(exceptions == null ? new Exceptions(null, null, null, null, null) : exceptions, facts, members);
    }

    private static void use(Use use, Facts.Builder facts, Members members) {
        facts.asserted(SuspensionFacts.MODE, use.mode())
                .asserted(SuspensionFacts.SCALE, use.scale())
                .asserted(SuspensionFacts.ACTIVITIES, activities(use.activities(), members))
                .asserted(SuspensionFacts.ADDITIONAL_BUDGET, use.additionalBudget())
                .asserted(SuspensionFacts.PERSONAL, use.personal())
                .asserted(SuspensionFacts.CONSUMER_VERSION, use.consumerVersion())
                .asserted(SuspensionFacts.FREE, use.free())
                .asserted(SuspensionFacts.AVAILABLE_OUTSIDE, use.availableOutsideOrganization())
                .asserted(SuspensionFacts.PERMITS_ACCESS, use.organizationPermitsAccess())
                .asserted(SuspensionFacts.PAYER, use.payer())
                .asserted(SuspensionFacts.ENABLED_BY_VENDOR, use.enabledByVendor())
                .asserted(SuspensionFacts.LEFT_ENABLED, use.leftEnabled())
                .asserted(SuspensionFacts.PRODUCT, text("/facts/use/product", use.product(), TEXT_LIMIT, members));
    }

    private static @Nullable List<Activity> activities(@Nullable List<@Nullable Activity> given, Members members) {
        if (given == null || !members.atMost("/facts/use/activities", given.size(), LIST_LIMIT)) {
            return null;
        }
        List<Activity> activities = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Activity activity = members.required("/facts/use/activities/" + i, given.get(i));
            if (activity != null) {
                activities.add(activity);
            }
        }
        return List.copyOf(activities);
    }

    private static void exceptions(Exceptions exceptions, Facts.Builder facts, Members members) {
        claims(exceptions, facts);
        McnExperiment experiment = exceptions.mcnExperiment();
        if (experiment != null) {
            facts.asserted(SuspensionFacts.INCLUDED, experiment.included())
                    .asserted(SuspensionFacts.ORGANIZATION_PARTICIPATES, experiment.organizationParticipates());
        }
        BusinessCase business = exceptions.businessCase();
        if (business != null) {
            facts.asserted(SuspensionFacts.BASIS, business.basis())
                    .asserted(SuspensionFacts.SUBMITTED_ON, business.submittedOn())
                    .asserted(SuspensionFacts.RECOMMENDED_BY, business.recommendedBy())
                    .asserted(SuspensionFacts.RECOMMENDED_ON, business.recommendedOn());
        }
        StructuredApproach approach = exceptions.structuredApproach();
        if (approach != null) {
            structuredApproach(approach, facts, members);
        }
        PreExisting earlier = exceptions.preExisting();
        if (earlier != null) {
            preExisting(earlier, facts);
        }
        DpiAuthorization authorization = exceptions.dpiAuthorization();
        if (authorization != null) {
            facts.asserted(SuspensionFacts.REQUESTED_BY_ORGANIZATION, authorization.requestedByOrganization())
                    .asserted(SuspensionFacts.DECIDED_BY, authorization.decidedBy())
                    .asserted(SuspensionFacts.DECISION, authorization.decision())
                    .asserted(SuspensionFacts.DECIDED_ON, authorization.decidedOn())
                    .asserted(SuspensionFacts.COVERS_USE, authorization.coversUse());
        }
    }

    /** An exception is claimed by its object being there, and otherwise not. */
    private static void claims(Exceptions exceptions, Facts.Builder facts) {
        facts.derived(SuspensionFacts.MCN_EXPERIMENT, exceptions.mcnExperiment() != null)
                .derived(SuspensionFacts.BUSINESS_CASE, exceptions.businessCase() != null)
                .derived(SuspensionFacts.STRUCTURED_APPROACH, exceptions.structuredApproach() != null)
                .derived(SuspensionFacts.PRE_EXISTING, exceptions.preExisting() != null)
                .derived(SuspensionFacts.DPI_AUTHORIZATION, exceptions.dpiAuthorization() != null);
    }

    private static void structuredApproach(StructuredApproach approach, Facts.Builder facts, Members members) {
        facts.asserted(
                        SuspensionFacts.PURPOSE,
                        text("/facts/exceptions/structuredApproach/purpose", approach.purpose(), TEXT_LIMIT, members))
                .asserted(SuspensionFacts.PRINCIPLES_DEMONSTRATED, approach.principlesDemonstrated())
                .asserted(SuspensionFacts.DATA_QUALITY_ASSURED, approach.dataQualityAssured())
                .asserted(SuspensionFacts.TRAINING_PROVIDED, approach.trainingProvided())
                .asserted(SuspensionFacts.DECLARED_IN_COLLECTION, approach.declaredInCollection());
        var risks = approach.riskManagement();
        if (risks != null) {
            facts.asserted(SuspensionFacts.ORGANIZATIONAL_RISK_ASSESSED, risks.organizationalRiskAssessed())
                    .asserted(SuspensionFacts.PRIVACY_ASSESSED, risks.privacyAssessed())
                    .asserted(SuspensionFacts.MITIGATION_IMPLEMENTED, risks.mitigationImplemented())
                    .asserted(SuspensionFacts.RISK_MANAGEMENT_ADEQUATE, risks.adequate());
        }
        var opinion = approach.securityOpinion();
        if (opinion != null) {
            Integer open = opinion.openConditions();
            if (open != null && open < 0) {
                members.fault("/facts/exceptions/structuredApproach/securityOpinion/openConditions", "NEGATIVE");
            }
            facts.asserted(SuspensionFacts.FAVOURABLE, opinion.favourable())
                    .asserted(SuspensionFacts.WRITTEN, opinion.written())
                    .asserted(SuspensionFacts.UNIT, opinion.unit())
                    .asserted(SuspensionFacts.OPEN_CONDITIONS, open);
        }
        var relevance = approach.relevance();
        if (relevance != null) {
            facts.asserted(SuspensionFacts.DOCUMENT, relevance.document())
                    .asserted(SuspensionFacts.ADDRESSEE, relevance.addressee());
        }
    }

    private static void preExisting(PreExisting earlier, Facts.Builder facts) {
        facts.asserted(SuspensionFacts.EFFECTIVE_SINCE, earlier.effectiveSince())
                .asserted(SuspensionFacts.PRIVACY_ASSESSMENT_REQUIRED, earlier.privacyAssessmentRequired())
                .asserted(SuspensionFacts.PRIVACY_ASSESSMENT_COMPLETED, earlier.privacyAssessmentCompleted())
                .asserted(SuspensionFacts.PRIVACY_ASSESSMENT_COMPLETED_ON, earlier.privacyAssessmentCompletedOn())
                .asserted(SuspensionFacts.CHANGE_SCOPE, earlier.changeScope());
        var approval = earlier.securityApproval();
        if (approval != null) {
            facts.asserted(SuspensionFacts.APPROVED, approval.approved())
                    .asserted(SuspensionFacts.APPROVED_ON, approval.approvedOn());
        }
    }

    private static void measure(DeterminationRequest.@Nullable Measure measure, Facts.Builder facts, Members members) {
        if (measure == null) {
            return;
        }
        override(SuspensionFacts.IN_FORCE_FROM, measure.inForceFrom(), facts);
        override(SuspensionFacts.IN_FORCE_NOT_LATER_THAN, measure.inForceNotLaterThan(), facts);
        override(SuspensionFacts.CONCLUSIONS_COMMUNICATED_ON, measure.conclusionsCommunicatedOn(), facts);
        override(SuspensionFacts.REPLACED_ON, measure.replacedOn(), facts);
        Given<String> successor = measure.successorInstrument();
        if (successor != null) {
            facts.asserted(
                    SuspensionFacts.SUCCESSOR_INSTRUMENT,
                    text("/measure/successorInstrument", successor.value(), TEXT_LIMIT, members));
        }
        Given<List<@Nullable Report>> reports = measure.publicReports();
        if (reports != null) {
            facts.asserted(SuspensionFacts.PUBLIC_REPORTS, reports(reports.value(), members));
        }
    }

    private static <T> void override(Fact<T> fact, @Nullable Given<T> given, Facts.Builder facts) {
        if (given != null) {
            facts.asserted(fact, given.value());
        }
    }

    private static @Nullable List<PublicReport> reports(@Nullable List<@Nullable Report> given, Members members) {
        if (given == null || !members.atMost("/measure/publicReports", given.size(), LIST_LIMIT)) {
            return null;
        }
        List<PublicReport> reports = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String at = "/measure/publicReports/" + i;
            Report report = members.required(at, given.get(i));
            LocalDate day = report == null ? null : members.required(at + "/reportedOn", report.reportedOn());
            if (report != null && day != null) {
                String source = text(at + "/source", report.source(), SOURCE_LIMIT, members);
                reports.add(new PublicReport(day, source == null ? "" : source));
            }
        }
        return List.copyOf(reports);
    }

    private static @Nullable String text(String pointer, @Nullable String text, int limit, Members members) {
        if (text == null || text.isBlank()) {
            return null;
        }
        members.shortEnough(pointer, text, limit);
        return text;
    }
}
