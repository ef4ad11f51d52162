/**
 * The health of the whole, for operators on the management port. The door's own readiness does not depend on it: a door without one of
 * its services still serves the others.
 */
@NullMarked
package ca.balise.edge.health;

import org.jspecify.annotations.NullMarked;
