package ca.balise.genai.determination;

import ca.balise.kit.testing.SharedMaterial;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A case with a known answer.
 *
 * @param id its id
 * @param title what it is about
 * @param request what is asked
 * @param expected what the answer must hold
 * @param citations the paragraphs that it must cite
 */
public record KnownCase(String id, String title, JsonNode request, JsonNode expected, Set<String> citations) {

    /** Every case of the file. */
    public static Stream<KnownCase> all() {
        try {
            List<KnownCase> cases = new ArrayList<>();
            for (JsonNode known : new ObjectMapper()
                    .readTree(
                            SharedMaterial.caseFile("genai-determinations.json").toFile())
                    .get("cases")) {
                cases.add(new KnownCase(
                        known.get("id").asText(),
                        known.get("title").asText(),
                        known.get("request"),
                        known.get("expected"),
                        texts(known.get("citations"))));
            }
            return cases.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The texts of a member of what is expected. */
    public Set<String> texts(String member) {
        return texts(expected.get(member));
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    @Override
    public String toString() {
        return id + " " + title;
    }
}
