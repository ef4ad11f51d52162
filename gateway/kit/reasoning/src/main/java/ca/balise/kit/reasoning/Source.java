package ca.balise.kit.reasoning;

/** Where a rule comes from: a published text, quoted to the letter, or this product itself. The two are never confused. */
public sealed interface Source {

    /**
     * A paragraph of a published instrument.
     *
     * @param instrument identifier of the text, for example {@code PIN-2020-03}
     * @param paragraph section or question within it, for example {@code 5.1.3}
     * @param quote the words relied on, verbatim in the language of publication (French)
     */
    record Citation(String instrument, String paragraph, String quote) implements Source {}

    /**
     * A rule of ours: the texts leave the point open and the product had to choose.
     *
     * @param rationale why it was chosen
     */
    record OwnRule(BilingualText rationale) implements Source {}
}
