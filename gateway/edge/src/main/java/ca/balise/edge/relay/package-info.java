/** Passing a request to a service and its answer back, as streams in bounded memory. It reads no body and retries nothing. */
@NullMarked
package ca.balise.edge.relay;

import org.jspecify.annotations.NullMarked;
