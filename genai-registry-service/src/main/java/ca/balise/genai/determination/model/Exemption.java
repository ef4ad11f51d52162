package ca.balise.genai.determination.model;

/** The five exceptions of FAQ-9, in its order; any one suffices. */
public enum Exemption {
    MCN_EXPERIMENT("R6.1", ReasonCode.MCN_EXPERIMENT),
    BUSINESS_CASE("R6.2", ReasonCode.BUSINESS_CASE_RECOMMENDED),
    STRUCTURED_APPROACH("R6.3", ReasonCode.STRUCTURED_APPROACH),
    PRE_EXISTING("R6.4", ReasonCode.PRE_EXISTING),
    DPI_AUTHORIZATION("R6.5", ReasonCode.DPI_AUTHORIZED);

    private final String rule;
    private final ReasonCode whenMet;

    Exemption(String rule, ReasonCode whenMet) {
        this.rule = rule;
        this.whenMet = whenMet;
    }

    ReasonCode whenMet() {
        return whenMet;
    }

    /** The id of its rule. */
    String rule() {
        return rule;
    }
}
