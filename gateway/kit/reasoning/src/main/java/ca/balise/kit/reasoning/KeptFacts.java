package ca.balise.kit.reasoning;

import ca.balise.kit.reasoning.canonical.CanonicalJson;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Facts as they are kept with an answer, for good: by path, each with its value and where it came from, so that the same question can be
 * put to the rules again. They hold open text: whoever keeps them keeps them sealed.
 */
public final class KeptFacts {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Map<String, KeptFact> known;

    /** @param facts every fact that can be kept; each says what its values are */
    public KeptFacts(Collection<Fact<?>> facts) {
        known = facts.stream().collect(Collectors.toUnmodifiableMap(Fact::path, KeptFact::of));
    }

    private record KeptFact(Fact<?> fact, JavaType type) {

        static KeptFact of(Fact<?> fact) {
            Class<?> type = fact.type();
            if (type == null) {
                throw new IllegalArgumentException("nobody says what the values are of " + fact);
            }
            var types = JSON.getTypeFactory();
            return new KeptFact(
                    fact,
                    fact.isSeveral() ? types.constructCollectionType(List.class, type) : types.constructType(type));
        }

        Object read(JsonNode value) throws JacksonException {
            return JSON.treeToValue(value, type);
        }
    }

    private record Kept(JsonNode value, Provenance provenance) {}

    /**
     * What is known, as it is kept.
     *
     * @throws IllegalArgumentException if a fact is known that is none of these: it could not be read again
     */
    public CanonicalJson write(Facts facts) {
        SortedMap<String, Facts.Known> byPath = facts.knownByPath();
        byPath.keySet().forEach(this::readable);
        return CanonicalJson.of(byPath);
    }

    /**
     * What was known.
     *
     * @throws IllegalArgumentException if it is not what {@link #write} wrote
     */
    public Facts read(String kept) {
        try {
            Map<String, Kept> byPath =
                    JSON.readValue(kept, JSON.getTypeFactory().constructMapType(Map.class, String.class, Kept.class));
            var facts = Facts.builder();
            for (Map.Entry<String, Kept> entry : byPath.entrySet()) {
                KeptFact fact = readable(entry.getKey());
                facts.putKnown(
                        fact.fact(),
                        fact.read(entry.getValue().value()),
                        entry.getValue().provenance());
            }
            return facts.build();
        } catch (JacksonException notKept) {
            // Its message may quote the value.
            throw new IllegalArgumentException("not facts that were kept");
        }
    }

    private KeptFact readable(String path) {
        KeptFact fact = known.get(path);
        if (fact == null) {
            throw new IllegalArgumentException("no fact that can be kept: " + path);
        }
        return fact;
    }
}
