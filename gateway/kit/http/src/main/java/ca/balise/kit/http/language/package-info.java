/** English and French: which one a caller reads, and where the texts are. */
@NullMarked
package ca.balise.kit.http.language;

import org.jspecify.annotations.NullMarked;
