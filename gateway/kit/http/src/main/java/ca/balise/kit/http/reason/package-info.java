/** The wire shape of reasons and citations. */
@NullMarked
package ca.balise.kit.http.reason;

import org.jspecify.annotations.NullMarked;
