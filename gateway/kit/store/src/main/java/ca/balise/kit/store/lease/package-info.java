/**
 * Work that one replica at a time does: a lease in the database says whose turn it is, and the database's clock alone until when.
 */
@NullMarked
package ca.balise.kit.store.lease;

import org.jspecify.annotations.NullMarked;
