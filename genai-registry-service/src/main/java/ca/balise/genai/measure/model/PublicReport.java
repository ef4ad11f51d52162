package ca.balise.genai.measure.model;

import java.time.LocalDate;

/**
 * Public news about a measure that its text does not contain. It calls for a check; it is no citation and ends nothing.
 *
 * @param reportedOn the day of the news
 * @param source who reported it, and how
 */
public record PublicReport(LocalDate reportedOn, String source) {}
