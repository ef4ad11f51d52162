/**
 * The record of changes as it is read: by an auditor with its hashes, by anyone as a feed of what changed, and by a verification that
 * goes through all of it. Retired here too, when it is old.
 */
@NullMarked
package ca.balise.kit.store.trail;

import org.jspecify.annotations.NullMarked;
