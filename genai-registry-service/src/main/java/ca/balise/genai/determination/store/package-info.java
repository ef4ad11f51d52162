/** Where determinations are kept: a table of institutions, to which the application adds and from which it reads. */
@NullMarked
package ca.balise.genai.determination.store;

import org.jspecify.annotations.NullMarked;
