package ca.balise.genai.determination;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Reads a day as the contract writes it, {@code YYYY-MM-DD}, and nothing that could be taken for one. */
final class IsoDay extends JsonDeserializer<LocalDate> {

    static final IsoDay INSTANCE = new IsoDay();

    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
        }
        String text = parser.getText();
        if (FORM.matcher(text).matches()) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException notInTheCalendar) {
                // Said below, as of any other text that is no day.
            }
        }
        return (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "no day");
    }
}
