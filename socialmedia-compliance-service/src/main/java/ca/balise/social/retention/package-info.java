/**
 * Retention: how long a record of an official account is kept under PIN-2021-01 question 11, as of a day, and when it may or must go.
 * Stateless: nothing of the record is kept. The rules are in {@code model}.
 */
@NullMarked
package ca.balise.social.retention;

import org.jspecify.annotations.NullMarked;
