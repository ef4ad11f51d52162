package ca.balise.deid.release.model;

/** How the information would leave the institution (PIN-2020-03 §4, §5.2). */
public enum Disclosure {
    PUBLICATION(false),
    STATISTICAL_REPORT(false),
    AUDIT(false),
    EVALUATION(false),
    /** §5.2.1: under the Access to Information Act, where a record may only be redacted. */
    ACCESS_REQUEST(false),
    /** §5.2.3. */
    SHARING_ADMINISTRATIVE(true),
    /** §5.2.3. */
    SHARING_RESEARCH(true),
    /** §5.2.3. */
    SHARING_STATISTICAL(true);

    private final boolean controlled;

    Disclosure(boolean controlled) {
        this.controlled = controlled;
    }

    /** Whether it goes to a known recipient under an agreement, where smaller cells may be acceptable (§5.1.3). */
    public boolean isControlled() {
        return controlled;
    }
}
