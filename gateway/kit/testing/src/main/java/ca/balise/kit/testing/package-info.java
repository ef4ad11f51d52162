/**
 * What the tests of every module share: a real PostgreSQL, signed tokens and hostile ones, the rules of the layers, the checked-in
 * contract, the material beside the project.
 *
 * <p>In test scope only. It replaces no part of the product: nothing here stands in for PostgreSQL or for the verification of a
 * token.
 */
@NullMarked
package ca.balise.kit.testing;

import org.jspecify.annotations.NullMarked;
