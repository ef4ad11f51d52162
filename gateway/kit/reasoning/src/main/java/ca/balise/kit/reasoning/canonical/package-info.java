/** One spelling for each value, and its hashes: what stored answers, the audit chain and idempotency compare. */
@NullMarked
package ca.balise.kit.reasoning.canonical;

import org.jspecify.annotations.NullMarked;
