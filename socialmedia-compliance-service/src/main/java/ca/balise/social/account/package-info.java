/** The official accounts: whose they are, where they are found today and were before, and how far each is on its way. */
@NullMarked
package ca.balise.social.account;

import org.jspecify.annotations.NullMarked;
