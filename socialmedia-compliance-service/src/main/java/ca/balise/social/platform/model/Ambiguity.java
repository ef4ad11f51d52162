package ca.balise.social.platform.model;

import ca.balise.kit.reasoning.BilingualText;

/**
 * A point that the text leaves open and that matters here. Its readings are ours, in the book.
 *
 * @param id its stable id, for example {@code S-A1}
 * @param readingAdopted the reading on which the answer rests
 * @param otherReading the reading that was not adopted
 * @param reviewUnderOtherReading how the platform would stand under it
 */
public record Ambiguity(
        String id, BilingualText readingAdopted, BilingualText otherReading, PlatformReview reviewUnderOtherReading) {}
