/** Failures as RFC 9457 problems: one catalogue a service, in two languages, without a trace of the inside. */
@NullMarked
package ca.balise.kit.http.problem;

import org.jspecify.annotations.NullMarked;
