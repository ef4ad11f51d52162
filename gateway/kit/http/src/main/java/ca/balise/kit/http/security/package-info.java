/** Who calls, and what may be reached without saying so: nothing under {@code /v1/} but {@code /v1/public/}. */
@NullMarked
package ca.balise.kit.http.security;

import org.jspecify.annotations.NullMarked;
