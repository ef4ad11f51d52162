/**
 * Determinations: what an official account owes under PIN-2021-01 as of a day, why, and what is missing. Stateless: nothing of the account
 * is kept.
 *
 * <p>The rules are in {@code model}; how a platform stands is judged by the {@code platform} feature.
 */
@NullMarked
package ca.balise.social.determination;

import org.jspecify.annotations.NullMarked;
