/** What an account is, the steps it may take, and what a list changes of it, in plain Java. */
@NullMarked
package ca.balise.social.account.model;

import org.jspecify.annotations.NullMarked;
