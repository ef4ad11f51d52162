/**
 * Conditional requests (RFC 9110 §13): a strong entity tag on what is stored, and 304 to a caller who has it already. It keeps no
 * answer: there is no cache here.
 */
@NullMarked
package ca.balise.kit.http.conditional;

import org.jspecify.annotations.NullMarked;
