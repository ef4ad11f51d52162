package ca.balise.kit.http.conditional;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation that answers with something stored, or a page of such things: the answer carries an {@code ETag}, and a read whose
 * {@code If-None-Match} names it is answered 304.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface EntityTagged {}
