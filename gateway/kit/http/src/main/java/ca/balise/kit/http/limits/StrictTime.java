package ca.balise.kit.http.limits;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads a date only as {@code YYYY-MM-DD}, and an instant only as RFC 3339 writes it. Jackson's own readers would also take an array
 * of numbers, a number of days or seconds, and a date with a time, of which they drop the time.
 */
final class StrictTime<T> extends StdDeserializer<T> {

    private static final long serialVersionUID = 1L;

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern INSTANT =
            Pattern.compile(DATE + "T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2})");

    private final Pattern form;
    private final transient Function<String, T> parse;

    private StrictTime(Class<T> type, Pattern form, Function<String, T> parse) {
        super(type);
        this.form = form;
        this.parse = parse;
    }

    static SimpleModule module() {
        return new SimpleModule("strict time")
                .addDeserializer(LocalDate.class, new StrictTime<>(LocalDate.class, DATE, LocalDate::parse))
                .addDeserializer(
                        Instant.class,
                        new StrictTime<>(
                                Instant.class,
                                INSTANT,
                                text -> OffsetDateTime.parse(text).toInstant()));
    }

    @Override
    @SuppressWarnings("unchecked") // Jackson asks for what this reads.
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            return (T) context.handleUnexpectedToken(handledType(), json);
        }
        String text = json.getText();
        if (form.matcher(text).matches()) {
            try {
                return parse.apply(text);
            } catch (DateTimeException noSuchDay) {
                return (T) context.handleWeirdStringValue(handledType(), text, "no such day or time");
            }
        }
        return (T) context.handleWeirdStringValue(handledType(), text, "not of the form");
    }
}
