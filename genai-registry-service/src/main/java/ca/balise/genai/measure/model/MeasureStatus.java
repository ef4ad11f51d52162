package ca.balise.genai.measure.model;

/** How a measure stands. An end is an event of its own, recorded later and dated; no text registered here reports one. */
public enum MeasureStatus {
    /** Running, as of the day of the text that reports it; nothing newer is registered. */
    ACTIVE_AS_REPORTED
}
