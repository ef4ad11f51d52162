package ca.balise.genai.measure.model;

/** What kind of measure a text announces. */
public enum MeasureType {
    /** An authority obliges bodies to interrupt something. */
    SUSPENSION,
    /** A company refrains of its own accord. */
    VOLUNTARY_MORATORIUM,
    /** A body tells that it uses a technology, and within which limits. */
    LIMITED_USE_DISCLOSURE
}
