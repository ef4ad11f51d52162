/**
 * Determinations: whether a use of generative AI is suspended under IA-RI-2025-001-OP as of a day, why, and what is missing. Asked
 * for a determination, it keeps nothing of the case; asked to record one, it keeps what was known and what was answered, for good.
 *
 * <p>The rules are in {@code model}, the dates of the suspension in the {@code measure} feature.
 */
@NullMarked
package ca.balise.genai.determination;

import org.jspecify.annotations.NullMarked;
