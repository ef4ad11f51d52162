/**
 * The registry of generative-AI initiatives and of the measures that bind them. Feature folders first; each stands on its own and
 * meets the others through use cases.
 */
@NullMarked
package ca.balise.genai;

import org.jspecify.annotations.NullMarked;
