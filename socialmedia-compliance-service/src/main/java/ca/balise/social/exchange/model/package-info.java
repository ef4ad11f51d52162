/** What a row of a list is judged to be, and how a report adds up, in plain Java. */
@NullMarked
package ca.balise.social.exchange.model;

import org.jspecify.annotations.NullMarked;
