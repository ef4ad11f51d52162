/** Where the record of changes and the feed of them are served; both come from the kit, which says what they do. */
@NullMarked
package ca.balise.social.audit;

import org.jspecify.annotations.NullMarked;
