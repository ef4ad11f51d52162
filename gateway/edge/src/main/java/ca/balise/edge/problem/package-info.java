/** The catalogue of what the door itself can refuse or fail at. A service's own problems pass through untouched. */
@NullMarked
package ca.balise.edge.problem;

import org.jspecify.annotations.NullMarked;
