/** Long work of this service: where its callers see, follow and cancel it. What it does is each feature's own. */
@NullMarked
package ca.balise.social.job;

import org.jspecify.annotations.NullMarked;
