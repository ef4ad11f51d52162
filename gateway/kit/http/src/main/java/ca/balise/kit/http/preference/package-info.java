/** What a caller would rather have, without insisting (RFC 7240). */
@NullMarked
package ca.balise.kit.http.preference;

import org.jspecify.annotations.NullMarked;
