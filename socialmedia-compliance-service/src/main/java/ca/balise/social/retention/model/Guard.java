package ca.balise.social.retention.model;

/** What must not happen to a record, whatever is planned. */
public enum Guard {
    DO_NOT_DELETE
}
