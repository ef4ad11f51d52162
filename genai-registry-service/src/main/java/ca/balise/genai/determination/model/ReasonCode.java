package ca.balise.genai.determination.model;

/** Why a use stands as it does: one code an answer. What each says, and on what it rests, is in the rule book. */
public enum ReasonCode {
    NOT_A_PUBLIC_BODY_ART2(SuspensionStatus.NOT_COVERED),
    ORGANIZATION_FACTS_MISSING(SuspensionStatus.INDETERMINATE),
    NOT_GENAI(SuspensionStatus.NOT_COVERED),
    GENAI_NOT_ASSISTANT(SuspensionStatus.NOT_COVERED),
    SYSTEM_FACTS_MISSING(SuspensionStatus.INDETERMINATE),
    INDIVIDUAL_CONSUMER_USE(SuspensionStatus.NOT_COVERED),
    INDIVIDUAL_USE_NOT_PERMITTED_BY_ORG(SuspensionStatus.NOT_COVERED),
    INDIVIDUAL_CONSUMER_USE_PERMISSION_UNKNOWN(SuspensionStatus.NOT_COVERED),
    USE_FACTS_MISSING(SuspensionStatus.INDETERMINATE),
    PAID_BY_EMPLOYEE(SuspensionStatus.INDETERMINATE),
    NO_COVERED_ACTIVITY(SuspensionStatus.NOT_COVERED),
    BEFORE_IN_FORCE(SuspensionStatus.NOT_IN_FORCE),
    CONCLUSIONS_COMMUNICATED(SuspensionStatus.LIFTED),
    REPLACED(SuspensionStatus.LIFTED),
    IN_FORCE_DATE_UNKNOWN(SuspensionStatus.INDETERMINATE),
    MCN_EXPERIMENT(SuspensionStatus.EXCEPTED),
    BUSINESS_CASE_RECOMMENDED(SuspensionStatus.EXCEPTED),
    STRUCTURED_APPROACH(SuspensionStatus.EXCEPTED),
    PRE_EXISTING(SuspensionStatus.EXCEPTED),
    DPI_AUTHORIZED(SuspensionStatus.EXCEPTED),
    EXCEPTION_PENDING(SuspensionStatus.SUSPENDED),
    EXPANSION_OF_EXCEPTED_SYSTEM(SuspensionStatus.SUSPENDED),
    STRUCTURED_APPROACH_INCOMPLETE(SuspensionStatus.SUSPENDED),
    PRE_EXISTING_INCOMPLETE(SuspensionStatus.SUSPENDED),
    LICENCE_ACQUISITION_COVERED(SuspensionStatus.SUSPENDED),
    PROJECT_COVERED_INTERPRETIVE(SuspensionStatus.SUSPENDED),
    PROJECT_COVERED(SuspensionStatus.SUSPENDED);

    private final SuspensionStatus status;

    ReasonCode(SuspensionStatus status) {
        this.status = status;
    }

    /** The status that goes with it. */
    public SuspensionStatus status() {
        return status;
    }
}
