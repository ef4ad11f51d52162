package ca.balise.kit.store.idempotency;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation whose body is streamed and that can be sent again with an {@code Idempotency-Key}: it uses {@link StreamedRequests}, as
 * {@link Idempotent} cannot. This says so to the contract, and nothing else.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface IdempotentStream {}
