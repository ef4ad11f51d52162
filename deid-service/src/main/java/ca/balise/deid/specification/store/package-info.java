/** Stored specifications. They describe data and hold none. */
@NullMarked
package ca.balise.deid.specification.store;

import org.jspecify.annotations.NullMarked;
