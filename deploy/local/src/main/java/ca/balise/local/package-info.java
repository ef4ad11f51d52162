/**
 * What {@code ./suite} starts, watches and stops on one machine: a real PostgreSQL, a real Keycloak, the three services
 * and the door, and a demonstration through the door. For developers and tests; it is no way to run the suite for
 * others, which {@code deploy/kubernetes} is for, and no service depends on it.
 */
@NullMarked
package ca.balise.local;

import org.jspecify.annotations.NullMarked;
