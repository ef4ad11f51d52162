/**
 * Is this account official? For anybody, without a token: of each account only what is public, with an answer that never calls an
 * account unofficial, since not to know one is no finding about it.
 */
@NullMarked
package ca.balise.social.lookup;

import org.jspecify.annotations.NullMarked;
