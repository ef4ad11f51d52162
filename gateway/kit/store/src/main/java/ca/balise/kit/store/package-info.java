/**
 * What every service keeps in its database: institutions apart, and two roles.
 *
 * <p>Technical only: it knows no table of a feature, and it takes no decision about who may do what. Roles are asked on the
 * resources; here PostgreSQL itself hides the rows of other institutions.
 */
@NullMarked
package ca.balise.kit.store;

import org.jspecify.annotations.NullMarked;
