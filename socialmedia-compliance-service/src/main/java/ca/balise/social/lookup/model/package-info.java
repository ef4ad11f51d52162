/** What is said of an address, in plain Java. */
@NullMarked
package ca.balise.social.lookup.model;

import org.jspecify.annotations.NullMarked;
