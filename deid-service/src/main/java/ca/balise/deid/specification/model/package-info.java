/** What is to be measured of a data set and what is known of its population, in terms that measures understand. */
@NullMarked
package ca.balise.deid.specification.model;

import org.jspecify.annotations.NullMarked;
