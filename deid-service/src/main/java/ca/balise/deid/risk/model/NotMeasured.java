package ca.balise.deid.risk.model;

/**
 * A figure that is {@code null} because it cannot be computed, and why.
 *
 * @param member dotted path of the figure in the answer
 * @param reason why
 * @param limit the figure of the reason, where it has one, such as the size measured up to; else 0
 */
public record NotMeasured(String member, NotMeasuredReason reason, long limit) {

    NotMeasured(String member, NotMeasuredReason reason) {
        this(member, reason, 0);
    }
}
