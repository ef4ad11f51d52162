/**
 * What every service keeps behind the door, as HTTP: problems, languages, callers, limits, the wire shape of a reason. Technical
 * only: it knows no feature, and no database.
 */
@NullMarked
package ca.balise.kit.http;

import org.jspecify.annotations.NullMarked;
