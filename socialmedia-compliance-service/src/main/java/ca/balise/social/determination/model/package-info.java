/**
 * What an official account owes under PIN-2021-01, in plain Java: the rules D0 to D8 in order, how they add up, and the points that the
 * notice leaves open. What each rule says and quotes is data: {@code rules/official-accounts.yaml}.
 */
@NullMarked
package ca.balise.social.determination.model;

import org.jspecify.annotations.NullMarked;
