/**
 * Conditional requests (RFC 9110 §13): a strong entity tag on what is stored, 304 to a caller who has it already, and a change only
 * to the state that the caller saw. It keeps no answer: there is no cache here.
 */
@NullMarked
package ca.balise.kit.http.conditional;

import org.jspecify.annotations.NullMarked;
