/** What the database tells anybody of the accounts of every institution. */
@NullMarked
package ca.balise.social.lookup.store;

import org.jspecify.annotations.NullMarked;
