import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;

/**
 * Writes contracts again with {@code application/json} alone for each body that may be JSON. The generator makes a method of one media
 * type only, and what it makes of a form in Java sends a member's {@code toString} for its JSON.
 *
 * <p>Arguments: the folder to write to, then {@code name=file} for each contract.
 */
public final class JsonBodies {

    private static final String JSON = "application/json";

    private JsonBodies() {}

    public static void main(String[] arguments) throws IOException {
        File folder = new File(arguments[0]);
        if (!folder.isDirectory() && !folder.mkdirs()) {
            throw new IOException("cannot make " + folder);
        }
        for (int i = 1; i < arguments.length; i++) {
            String[] contract = arguments[i].split("=", 2);
            JsonNode root = new YAMLMapper().readTree(new File(contract[1]));
            for (JsonNode path : root.path("paths")) {
                for (JsonNode operation : path) {
                    if (operation.at("/requestBody/content") instanceof ObjectNode content && content.has(JSON)) {
                        content.retain(JSON);
                    }
                }
            }
            new ObjectMapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValue(new File(folder, contract[0] + ".json"), root);
        }
    }
}
