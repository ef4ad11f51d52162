/** What a measure is, in plain Java: parties, dates with their precision and provenance, statements with their quote. */
@NullMarked
package ca.balise.genai.measure.model;

import org.jspecify.annotations.NullMarked;
