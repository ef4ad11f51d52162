package ca.balise.kit.http.parameter;

import ca.balise.kit.http.page.Listing;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * The query parameters that an operation declares: on its parameters, on the fields of its {@code @BeanParam}s, and by its
 * {@link Listing}.
 *
 * @param repeatable whether each may be given several times, by name
 */
record DeclaredParameters(Map<String, Boolean> repeatable) {

    private static final String SORT = "sort";

    static DeclaredParameters of(Method operation) {
        Map<String, Boolean> found = new TreeMap<>();
        for (Parameter parameter : operation.getParameters()) {
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                collect(parameter.getType(), found);
            } else {
                name(parameter, parameter.isNamePresent() ? parameter.getName() : "")
                        .ifPresent(name -> found.put(name, isMany(parameter.getType())));
            }
        }
        Listing listing = operation.getAnnotation(Listing.class);
        if (listing != null) {
            found.put(SORT, false);
            for (Listing.Filter filter : listing.filteredBy()) {
                found.put(filter.name(), true);
            }
        }
        return new DeclaredParameters(found);
    }

    private static void collect(Class<?> bean, Map<String, Boolean> found) {
        for (Class<?> type = bean; type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.isAnnotationPresent(BeanParam.class)) {
                    collect(field.getType(), found);
                } else {
                    name(field, field.getName()).ifPresent(name -> found.put(name, isMany(field.getType())));
                }
            }
        }
    }

    /** The framework calls a {@code @RestQuery} without a name as the variable is called. */
    private static Optional<String> name(AnnotatedElement declared, String variable) {
        QueryParam query = declared.getAnnotation(QueryParam.class);
        if (query != null) {
            return Optional.of(query.value());
        }
        RestQuery rest = declared.getAnnotation(RestQuery.class);
        if (rest == null) {
            return Optional.empty();
        }
        String name = rest.value().isEmpty() ? variable : rest.value();
        if (name.isEmpty()) {
            throw new IllegalStateException("a query parameter without a name: " + declared);
        }
        return Optional.of(name);
    }

    private static boolean isMany(Class<?> type) {
        return type.isArray() || Collection.class.isAssignableFrom(type);
    }
}
