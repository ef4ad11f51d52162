package ca.balise.kit.store.idempotency;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation that creates something and answers 201 or 202, as a {@code Uni}. A caller who sends an {@code Idempotency-Key} may send
 * the request again without its being done again. Everything the operation changes it changes through {@code InstitutionScope} on
 * behalf of the caller, and it reads its body whole: a streamed one cannot be compared before the work is done.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {}
