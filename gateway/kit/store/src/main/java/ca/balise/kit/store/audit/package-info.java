/**
 * The record of every change: what is said of one, and the chain of hashes that shows whether the record was tampered with. How it is
 * read stands in {@code trail}.
 */
@NullMarked
package ca.balise.kit.store.audit;

import org.jspecify.annotations.NullMarked;
