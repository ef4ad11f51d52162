/**
 * The departments that hold official accounts, and their sub-units, with the schedules of the Financial Administration Act (FAA)
 * that list them. Whether the notice applies to one is not decided here.
 */
@NullMarked
package ca.balise.social.department;

import org.jspecify.annotations.NullMarked;
