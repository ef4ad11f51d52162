/**
 * What operators see of a running process: the metrics it keeps, and what its logs and traces may say. Nothing here, and nothing that is
 * recorded through it, holds anything of a person, of the data or of a caller's address.
 */
@NullMarked
package ca.balise.kit.http.observe;

import org.jspecify.annotations.NullMarked;
