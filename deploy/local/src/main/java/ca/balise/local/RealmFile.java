package ca.balise.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * The realm that Keycloak imports locally: the one realm file of every deployment, and over it the people and the two
 * clients that exist on a developer's machine alone ({@code demo-realm.json}).
 */
final class RealmFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RealmFile() {}

    /** The realm file of every deployment, from the root of the checkout. */
    static Path shared(Path root) {
        return root.resolve("deploy/kubernetes/realm/suite.json");
    }

    /** The realm with the demonstration's people and clients added; neither file replaces a member of the other. */
    static JsonNode withDemonstration(Path root) {
        try (InputStream demonstration = RealmFile.class.getResourceAsStream("demo-realm.json")) {
            ObjectNode realm = (ObjectNode) JSON.readTree(shared(root).toFile());
            JSON.readTree(demonstration)
                    .properties()
                    .forEach(member -> realm.withArrayProperty(member.getKey()).addAll((ArrayNode) member.getValue()));
            return realm;
        } catch (IOException e) {
            throw new SuiteFailure("the realm cannot be read: " + e.getMessage(), e);
        }
    }

    /** Writes that realm where Keycloak looks for it. */
    static void write(Path root, Path file) {
        try {
            JSON.writeValue(file.toFile(), withDemonstration(root));
        } catch (IOException e) {
            throw new SuiteFailure("the realm cannot be written to " + file + ": " + e.getMessage(), e);
        }
    }
}
