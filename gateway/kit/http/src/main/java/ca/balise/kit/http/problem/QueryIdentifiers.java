package ca.balise.kit.http.problem;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * Names a query parameter that is no identifier. The framework would answer 404, as it does for an identifier in a path; but the
 * path asked for is there, and its parameter is at fault.
 */
@Provider
public class QueryIdentifiers implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked") // The type asked for is that of the converter.
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        if (type != UUID.class) {
            return null;
        }
        return Arrays.stream(annotations)
                .map(QueryIdentifiers::parameter)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .map(name -> (ParamConverter<T>) new Identifier(name))
                .orElse(null);
    }

    private static String parameter(Annotation annotation) {
        return switch (annotation) {
            case QueryParam query -> query.value();
            case RestQuery query -> query.value();
            default -> "";
        };
    }

    private record Identifier(String parameter) implements ParamConverter<UUID> {

        @Override
        @SuppressWarnings("NullAway") // An absent parameter stays absent: the interface knows no other word for it.
        public UUID fromString(@Nullable String value) {
            try {
                return value == null ? null : UUID.fromString(value);
            } catch (IllegalArgumentException notOne) {
                throw JsonFailure.invalidParameter(parameter);
            }
        }

        @Override
        public String toString(UUID value) {
            return value.toString();
        }
    }
}
