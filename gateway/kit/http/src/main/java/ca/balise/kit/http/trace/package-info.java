/** The identifier that ties a problem to the log lines about it, across the door and the services. */
@NullMarked
package ca.balise.kit.http.trace;

import org.jspecify.annotations.NullMarked;
