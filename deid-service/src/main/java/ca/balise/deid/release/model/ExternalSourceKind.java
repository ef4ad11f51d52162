package ca.balise.deid.release.model;

/**
 * Information outside the data set that could be linked to it (PIN-2020-03 §5.1.3: « en raison de demandes d’accès à l’information
 * antérieures ou de la publication de rapports destinés au grand public, ou d’information du domaine public »).
 */
public enum ExternalSourceKind {
    EARLIER_RELEASE,
    EARLIER_ACCESS_REQUEST,
    PUBLIC_REGISTER,
    WELL_KNOWN_PERSON
}
