/**
 * Lists of departments and of accounts, as tables that other people keep: imported row by row with a report of each, and exported. What
 * is done with a row is each feature's own.
 */
@NullMarked
package ca.balise.social.exchange;

import org.jspecify.annotations.NullMarked;
