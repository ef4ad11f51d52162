package ca.balise.kit.http.conditional;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation that changes or removes a stored record, and so must say which state of it the caller saw. Without {@code If-Match}
 * it is answered 428 before anything is read. The operation takes an {@link IfMatch} as its {@code @BeanParam}, and its use case
 * checks it against the record that it holds locked.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface RequiresIfMatch {}
