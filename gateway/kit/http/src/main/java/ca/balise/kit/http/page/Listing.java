package ca.balise.kit.http.page;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the list of a collection may be asked for: by what it is sorted, and which of its items it holds. Nothing else may be; the
 * contract says the same. {@code ?sort=name} sorts by a key, {@code ?sort=-name} the other way round; a filter is a parameter of its
 * own name, given several times for several values, any of which will do, while all filters must be met. {@link PageParameters}
 * reads them, and the store's keyset maps each to a column.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Listing {

    /**
     * Keys by which the collection may be sorted. The first is its own order, in which it is listed if nobody asks for another.
     *
     * <p>The value of the last item of a page stands in the cursor, and so in an address: no key may hold anything of a person.
     */
    String[] sortedBy();

    /** What may be asked of an item. A value stands in an address: none may hold anything of a person. */
    Filter[] filteredBy() default {};

    /** One thing that may be asked of an item. */
    @Target({})
    @Retention(RetentionPolicy.RUNTIME)
    @interface Filter {

        /** The query parameter. */
        String name();

        /** Which items are held, for the contract. */
        String description();

        /** Of which kind a value is: an enum as it is written in JSON, {@code Boolean}, {@code UUID}, or text. */
        Class<?> of() default String.class;

        /** What a text must match, whole. */
        String pattern() default "\\P{Cntrl}{1,200}";

        /** A value, for the contract; an enum's first, if it says none. */
        String example() default "";
    }
}
