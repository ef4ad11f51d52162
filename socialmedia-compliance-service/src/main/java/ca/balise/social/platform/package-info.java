/**
 * The catalogue of platforms: which ones were reviewed, under which name, and what that is worth to a department.
 *
 * <p>It says how a platform stands. Whether an account meets its obligations is a determination, which is another feature.
 */
@NullMarked
package ca.balise.social.platform;

import org.jspecify.annotations.NullMarked;
