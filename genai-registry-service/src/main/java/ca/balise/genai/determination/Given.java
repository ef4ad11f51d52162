package ca.balise.genai.determination;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A member that was given, perhaps as {@code null}: to say that something is not known is not to leave it unsaid. A member left out is
 * no {@code Given} at all.
 *
 * @param value what was given
 */
@JsonDeserialize(using = Given.Reader.class)
public record Given<T>(@Nullable T value) {

    /** Reads what is inside, and tells {@code null} from nothing. */
    static final class Reader extends JsonDeserializer<Given<?>> implements ContextualDeserializer {

        private final @Nullable JsonDeserializer<?> inside;

        Reader() {
            this(null);
        }

        private Reader(@Nullable JsonDeserializer<?> inside) {
            this.inside = inside;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property)
                throws JsonMappingException {
            JavaType type = property.getType().containedType(0);
            return new Reader(
                    type.hasRawClass(LocalDate.class)
                            ? IsoDay.INSTANCE
                            : context.findContextualValueDeserializer(type, property));
        }

        @Override
        public Given<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (inside == null) {
                throw new IllegalStateException("only a member can be given");
            }
            return new Given<>(inside.deserialize(parser, context));
        }

        @Override
        public Given<?> getNullValue(DeserializationContext context) {
            return new Given<>(null);
        }

        @Override
        public @Nullable Object getAbsentValue(DeserializationContext context) {
            return null;
        }
    }
}
