package ca.balise.social.retention.model;

/** What the record of a decision holds (Q11: « le pseudonyme et le commentaire en question »). */
public enum RecordItem {
    HANDLE("MISSING_HANDLE_RECORD"),
    COMMENT("MISSING_COMMENT_RECORD");

    private final String duty;

    RecordItem(String duty) {
        this.duty = duty;
    }

    /** The rule that asks for it. */
    String duty() {
        return duty;
    }
}
