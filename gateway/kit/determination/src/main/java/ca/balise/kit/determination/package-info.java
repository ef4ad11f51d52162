/**
 * How a determination is shown, whatever it determines: its parts on the wire ({@code StepBody}, {@code CitationBody}), and the page to
 * read and to print ({@code DeterminationPage}). It knows no rule and no feature; a service says what its codes are called in a bundle
 * of its own.
 */
@NullMarked
package ca.balise.kit.determination;

import org.jspecify.annotations.NullMarked;
