package ca.balise.social.retention.model;

import java.util.EnumSet;
import java.util.Set;

/** What a record is about. */
public enum RecordKind {
    /** A person was refused access to the account: the notice's own example (Q11). */
    BLOCK_DECISION,
    COMMENT_REMOVAL,
    COMMENT_REFUSAL,
    COMMENT_EDIT,
    DIRECT_MESSAGE,
    TRAFFIC_STATS,
    MAILING_LIST_ENTRY,
    OTHER;

    private static final Set<RecordKind> BY_EXTENSION = EnumSet.of(COMMENT_REMOVAL, COMMENT_REFUSAL, COMMENT_EDIT);

    /** Whether it is a decision that touches a person, of which the handle and the comment are kept. */
    boolean isDecision() {
        return this == BLOCK_DECISION || isByExtension();
    }

    /** Whether that it is such a decision is our extension of the notice's example. */
    boolean isByExtension() {
        return BY_EXTENSION.contains(this);
    }
}
