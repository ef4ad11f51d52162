package ca.balise.deid.specification.model;

import ca.balise.kit.reasoning.Truth;

/**
 * What is known of the population that the data were drawn from, and of how (PIN-2020-03 §5.1.3: « si le jeu de données comprend ou non
 * tous les membres de la population réelle de personnes concernées (recensement) ou s’il constitue un sous-échantillon, en indiquant
 * de quelle façon ce sous-échantillon a été choisi »).
 *
 * @param population what is known of its size
 * @param drawnAtRandom whether chance alone chose who is in the data
 * @param membershipKnown whether somebody can know who is in the data: then an attacker needs no population
 */
public record Sample(Population population, Truth drawnAtRandom, Truth membershipKnown) {

    /** No sample was spoken of. */
    public static final Sample NONE = new Sample(new Population.Unknown(), Truth.UNKNOWN, Truth.UNKNOWN);

    /** Whether it is stated that the population protects: a random draw, and nobody who knows its outcome. */
    public boolean isStatedSound() {
        return drawnAtRandom.isTrue() && membershipKnown.isFalse();
    }
}
