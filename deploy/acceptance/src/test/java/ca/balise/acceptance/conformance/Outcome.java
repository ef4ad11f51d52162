package ca.balise.acceptance.conformance;

/** What became of one check on one operation. */
sealed interface Outcome {

    /**
     * The rule is kept.
     *
     * @param note what was not tried within the check, and why; empty if all was
     */
    record Passed(String note) implements Outcome {}

    /** @param reason what was seen instead of what the rule asks */
    record Failed(String reason) implements Outcome {}

    /** @param why what the operation lacks for the rule to be about it */
    record NotApplicable(String why) implements Outcome {}

    static Outcome notApplicable(String why) {
        return new NotApplicable(why);
    }
}
