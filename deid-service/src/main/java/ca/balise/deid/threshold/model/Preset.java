package ca.balise.deid.threshold.model;

/** The scale on which the factors are weighed. */
public enum Preset {
    /** The anchors of PIN-2020-03 §5.1.3 and steps of ours. */
    TBS,
    /** Three degrees of invasion of privacy, after the guidelines of the Information and Privacy Commissioner of Ontario. */
    IPC_ONTARIO,
    /** The institution's own anchors, with its written justification. */
    CUSTOM
}
