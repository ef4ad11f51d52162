/** Which service a request belongs to, from configuration only, and which requests are too ambiguous to belong anywhere. */
@NullMarked
package ca.balise.edge.route;

import org.jspecify.annotations.NullMarked;
