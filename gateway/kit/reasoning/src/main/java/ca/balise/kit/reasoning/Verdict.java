package ca.balise.kit.reasoning;

/**
 * What one of several rules in order says of a case: the first that concludes wins.
 *
 * @param <C> the conclusion
 */
public sealed interface Verdict<C> {

    /** The rule concludes; no later rule is visited. */
    record Concludes<C>(C conclusion) implements Verdict<C> {}

    /** The rule does not conclude; the next one is visited. */
    record Continues<C>() implements Verdict<C> {}

    static <C> Verdict<C> concludes(C conclusion) {
        return new Concludes<>(conclusion);
    }

    static <C> Verdict<C> continues() {
        return new Continues<>();
    }
}
