package ca.balise.kit.http.conditional;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A read whose answer is computed for the moment it is asked, and so has no {@code ETag}. Every other read has one. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface NotStored {

    /** Why, in a sentence for the contract. */
    String value();
}
