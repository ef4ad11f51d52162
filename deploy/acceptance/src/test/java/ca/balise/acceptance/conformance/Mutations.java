package ca.balise.acceptance.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Bodies that went wrong on the way, the same for the same seed. */
final class Mutations {

    private static final int DEEP = 5_000;
    private static final int HUGE = 30_000;

    /** Values that a member may not expect, by what they are. */
    private static final Map<String, String> VALUES = values();

    private final Random random;

    Mutations(long seed) {
        this.random = new Random(seed);
    }

    private static Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("null", "null");
        values.put("true", "true");
        values.put("a number", "7");
        values.put("a negative number", "-1");
        values.put("a fraction", "0.1");
        values.put("a number past a long", "9".repeat(40));
        values.put("a number past a double", "1e999999");
        values.put("a short text", "\"x\"");
        values.put("an empty text", "\"\"");
        values.put("spaces", "\"   \"");
        values.put("a NUL", "\"a\\u0000b\"");
        values.put("half a surrogate pair", "\"\\ud800\"");
        values.put("a right-to-left mark", "\"\\u202eabc\"");
        values.put("an apostrophe", "\"'; --\"");
        values.put("markup", "\"<script>\"");
        values.put("a huge text", "\"" + "x".repeat(HUGE) + "\"");
        values.put("a date that is none", "\"2026-02-30\"");
        values.put("a far year", "\"+999999999-12-31\"");
        values.put("an empty object", "{}");
        values.put("an empty array", "[]");
        values.put("an array of null", "[null]");
        values.put("an array in an array", "[[[]]]");
        values.put("a strange object", "{\"\":{\"a\":[1]}}");
        values.put("a deep array", "[".repeat(DEEP) + "]".repeat(DEEP));
        values.put("a deep object", "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP));
        return values;
    }

    /**
     * Mutations of a body, each by what was done.
     *
     * @param json whether it is JSON, whose members are then changed one at a time
     * @param most how many members to change at most, beside the faults of octets
     */
    Map<String, byte[]> of(byte[] body, boolean json, int most) {
        Map<String, byte[]> mutations = new LinkedHashMap<>();
        octets(body, mutations);
        if (json) {
            members(new Answer(0, Map.of(), body).json(), most, mutations);
        }
        return mutations;
    }

    private void octets(byte[] body, Map<String, byte[]> mutations) {
        mutations.put("nothing", new byte[0]);
        mutations.put("one octet", new byte[] {'{'});
        mutations.put("a byte order mark", joined(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, body));
        mutations.put("itself twice", joined(body, body));
        mutations.put("UTF-16", new String(body, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16));
        for (int i = 0; i < 6; i++) {
            int at = random.nextInt(body.length);
            mutations.put("an end after octet " + at, java.util.Arrays.copyOf(body, at));
            mutations.put("bad UTF-8 at octet " + at, replaced(body, at, (byte) 0xff));
            mutations.put("a NUL octet at " + at, replaced(body, at, (byte) 0));
            mutations.put("a random octet at " + at, replaced(body, at, (byte) random.nextInt(256)));
        }
        byte[] noise = new byte[200];
        random.nextBytes(noise);
        mutations.put("noise", noise);
    }

    private void members(JsonNode body, int most, Map<String, byte[]> mutations) {
        VALUES.forEach((kind, value) -> mutations.put(kind + " as the whole", utf8(value)));
        List<String> pointers = new ArrayList<>();
        pointers(body, "", pointers);
        List<String> kinds = List.copyOf(VALUES.keySet());
        for (int i = 0; i < most && !pointers.isEmpty(); i++) {
            String pointer = pointers.get(random.nextInt(pointers.size()));
            String kind = kinds.get(random.nextInt(kinds.size()));
            mutations.put(kind + " at " + pointer, utf8(with(body, pointer, VALUES.get(kind))));
        }
        for (String pointer : pointers) {
            if (mutations.size() < 2 * most) {
                mutations.put("no " + pointer, utf8(with(body, pointer, null)));
            }
        }
    }

    private static void pointers(JsonNode node, String pointer, List<String> found) {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String place = pointer + "/" + member.getKey().replace("~", "~0").replace("/", "~1");
            found.add(place);
            pointers(member.getValue(), place, found);
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            found.add(pointer + "/" + i);
            pointers(node.get(i), pointer + "/" + i, found);
        }
    }

    /** The text of the body with another text in place of a member; the text may be no JSON that a tree could hold. */
    private static String with(JsonNode body, String pointer, String value) {
        JsonNode copy = body.deepCopy();
        int slash = pointer.lastIndexOf('/');
        String member = pointer.substring(slash + 1).replace("~1", "/").replace("~0", "~");
        String mark = "the place of a mutation";
        switch (copy.at(pointer.substring(0, slash))) {
            case ObjectNode object when value == null -> object.remove(member);
            case ObjectNode object -> object.put(member, mark);
            case ArrayNode array when value == null -> array.remove(Integer.parseInt(member));
            case ArrayNode array -> array.set(Integer.parseInt(member), mark);
            default -> throw new IllegalStateException(pointer + " is in nothing");
        }
        String text = new String(Payload.json(copy), StandardCharsets.UTF_8);
        return value == null ? text : text.replace("\"" + mark + "\"", value);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var octets = new ByteArrayOutputStream();
        octets.writeBytes(first);
        octets.writeBytes(second);
        return octets.toByteArray();
    }

    private static byte[] replaced(byte[] body, int at, byte octet) {
        byte[] copy = body.clone();
        copy[at] = octet;
        return copy;
    }
}
