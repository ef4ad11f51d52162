package ca.balise.social.determination.model;

import org.jspecify.annotations.Nullable;

/** The one word of an answer about an account. */
public enum AccountStatus {
    /** The notice does not apply, so there is nothing to comply with. */
    NOT_SUBJECT(null),
    COMPLIANT(Compliance.COMPLIANT),
    ACTION_REQUIRED(Compliance.ACTION_REQUIRED),
    NON_COMPLIANT(Compliance.NON_COMPLIANT),
    INDETERMINATE(Compliance.INDETERMINATE);

    private final @Nullable Compliance compliance;

    AccountStatus(@Nullable Compliance compliance) {
        this.compliance = compliance;
    }

    /** Whether the account complies; {@code null} where there is nothing to comply with. */
    public @Nullable Compliance compliance() {
        return compliance;
    }
}
