package ca.balise.social.determination.model;

/** Whether a privacy protocol is an option (PIN-2021-01 Q5). */
public enum ProtocolResult {
    MAY_ESTABLISH
}
