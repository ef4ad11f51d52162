/** The score: how likely it is that a person is found in the data, and what follows for their release. */
@NullMarked
package ca.balise.deid.risk;

import org.jspecify.annotations.NullMarked;
