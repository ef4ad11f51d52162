package ca.balise.kit.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A case with a known answer, of a file of cases beside the project.
 *
 * @param id its id
 * @param title what it is about
 * @param request what is asked
 * @param expected what the answer must hold
 * @param citations the paragraphs that it must cite
 * @param action what is done with what is asked about, where that is not to determine it; {@code null} otherwise
 */
public record KnownCase(
        String id,
        String title,
        JsonNode request,
        JsonNode expected,
        Set<String> citations,
        @Nullable String action) {

    private static final Set<String> BY_ID = Set.of("ambiguities");

    /** Every case of a file, for example {@code genai-determinations.json}. */
    public static Stream<KnownCase> all(String file) {
        List<KnownCase> cases = new ArrayList<>();
        for (JsonNode known : read(file).get("cases")) {
            cases.add(new KnownCase(
                    known.get("id").asText(),
                    known.get("title").asText(),
                    known.get("request"),
                    known.get("expected"),
                    texts(known.get("citations")),
                    known.path("action").asText(null)));
        }
        return cases.stream();
    }

    /** The paragraphs of a file: by id, each with its verbatim quote under {@code quoteFr}. */
    public static JsonNode paragraphs(String file) {
        return read(file).get("paragraphs");
    }

    /**
     * Asserts that an answer is the one expected: every expected member equal; of a list every expected element there, and of an
     * expected list of what is outstanding that is empty, none; every paragraph cited.
     */
    public void assertAnsweredBy(JsonNode answer) {
        expected.properties().forEach(member -> {
            String name = member.getKey();
            JsonNode wanted = member.getValue();
            JsonNode given = answer.path(name);
            if (!wanted.isArray()) {
                require(wanted.equals(given), name, wanted, given);
            } else if (wanted.isEmpty() && name.equals("outstanding")) {
                require(given.isEmpty(), name, wanted, given);
            } else {
                Set<String> found = BY_ID.contains(name) ? ids(given) : texts(given);
                require(found.containsAll(texts(wanted)), name, wanted, given);
            }
        });
        Set<String> cited = new TreeSet<>(answer.path("citations").findValuesAsText("paragraph"));
        if (!cited.containsAll(citations)) {
            throw new AssertionError(this + " must cite " + citations + " and cites " + cited);
        }
    }

    private void require(boolean met, String member, JsonNode wanted, JsonNode given) {
        if (!met) {
            throw new AssertionError(this + ": " + member + " must be " + wanted + " and is " + given);
        }
    }

    private static Set<String> ids(JsonNode list) {
        Set<String> ids = new TreeSet<>();
        list.forEach(entry -> ids.add(entry.path("id").asText()));
        return ids;
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static JsonNode read(String file) {
        try {
            return new ObjectMapper().readTree(SharedMaterial.caseFile(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The id and the title. */
    @Override
    public String toString() {
        return id + " " + title;
    }
}
