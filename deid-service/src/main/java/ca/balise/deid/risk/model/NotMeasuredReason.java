package ca.balise.deid.risk.model;

/** Why a figure cannot be computed; the name is the code on the wire. */
public enum NotMeasuredReason {
    /** The population is not known: there is no {@code sample} in the specification. */
    POPULATION_UNKNOWN,
    /** The sample was not drawn at random. */
    NOT_A_RANDOM_SAMPLE,
    /** Who is in the sample can be known: an attacker needs no population. */
    MEMBERSHIP_KNOWN,
    /** The population stated is smaller than the sample. */
    POPULATION_SMALLER_THAN_SAMPLE,
    /** A cell of the sample is not among the cells of the population, or is larger there. */
    POPULATION_DOES_NOT_COVER_SAMPLE,
    /** Persons are in several cells, and the models take each for one. */
    PERSONS_IN_SEVERAL_CELLS,
    /** Missing values match anything, and the models need cells that do not overlap. */
    CELLS_DO_NOT_PARTITION,
    /** The models of population uniques take a sample in which each person had the same chance. */
    UNEQUAL_WEIGHTS,
    /** Weights are of records, and a person may have several. */
    WEIGHTS_WITH_PERSON_KEY,
    /** The equations of the model have no solution for these cells. */
    NO_SOLUTION,
    /** The table has no cell. */
    NO_CELL,
    /** It would take too long; the limit is the size of combination that was measured. */
    TOO_MUCH_WORK,
    /** It rests on the minimal uniques of every size, and larger ones were not searched for; the limit is the size to ask for. */
    NOT_SEARCHED_TO_THE_END,
    /** Nobody is unique on fewer than all quasi-identifiers. */
    NO_MINIMAL_UNIQUE,
    /** There is not enough memory left to one score. */
    NOT_ENOUGH_MEMORY,
    /** Some value occurs in no record of some cell, so that no bound holds. */
    VALUE_ABSENT_FROM_A_CELL,
    /** No bound, however high, is met by these cells. */
    NO_BOUND_HOLDS,
    /** The distance asked for needs numbers, and some values are none. */
    NOT_NUMBERS,
    /** Some values are missing from the order given. */
    VALUES_OUTSIDE_ORDER,
    /** Some values are missing from the hierarchy given. */
    VALUES_OUTSIDE_HIERARCHY
}
