/**
 * {@code Idempotency-Key}: the same request sent twice is done once, and answered twice with the same answer. The answer is stored in
 * the transaction of its effect, so that there is never one without the other.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">The Idempotency-Key HTTP header field</a>
 */
@NullMarked
package ca.balise.kit.store.idempotency;

import org.jspecify.annotations.NullMarked;
