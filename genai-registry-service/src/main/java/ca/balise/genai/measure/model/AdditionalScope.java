package ca.balise.genai.measure.model;

/**
 * A further use that the text mentions beside the main one.
 *
 * @param units how many units take part: {@code UNQUANTIFIED} where the text gives no number
 * @param phase how far they are: {@code TRIAL}
 */
public record AdditionalScope(String units, String phase) {}
