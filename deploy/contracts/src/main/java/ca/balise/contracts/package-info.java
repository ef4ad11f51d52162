/** What a new contract breaks for the callers of the released one. */
@NullMarked
package ca.balise.contracts;

import org.jspecify.annotations.NullMarked;
