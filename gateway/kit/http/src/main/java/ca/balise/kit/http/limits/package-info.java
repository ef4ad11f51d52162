/** Sizes that a request may not exceed, each with the outage it prevents. */
@NullMarked
package ca.balise.kit.http.limits;

import org.jspecify.annotations.NullMarked;
