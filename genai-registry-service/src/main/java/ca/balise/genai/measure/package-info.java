/**
 * Measures: a suspension, a voluntary moratorium, a disclosed limited use, each exactly as its published text says it.
 *
 * <p>It says what a measure is. Whether an initiative falls under one is a determination, which is another feature.
 */
@NullMarked
package ca.balise.genai.measure;

import org.jspecify.annotations.NullMarked;
