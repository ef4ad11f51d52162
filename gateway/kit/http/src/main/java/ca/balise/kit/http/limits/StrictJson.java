package ca.balise.kit.http.limits;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/**
 * Reads JSON as it is written, and refuses what would otherwise be guessed: {@code 10.7} or {@code "10"} for an integer, a member
 * given twice, a number for an enum, a date with a time. A fact misread is a wrong answer.
 */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {

    @Override
    @SuppressWarnings(
            "deprecation") // The builder's form of these settings does not reach a mapper that already exists.
    public void customize(ObjectMapper mapper) {
        mapper.configure(DeserializationFeature.ACCEPT_FLOAT_AS_INT, false);
        mapper.configure(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS, true);
        mapper.configure(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, true);
        mapper.configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false);
        mapper.configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, true);
        mapper.registerModule(StrictTime.module());
    }

    /** After the framework's own, whose module of times would otherwise come before ours. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }
}
