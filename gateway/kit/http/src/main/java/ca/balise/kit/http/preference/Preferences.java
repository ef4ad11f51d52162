package ca.balise.kit.http.preference;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a caller would rather have (RFC 7240). A preference that is not known, or not written as one, is passed over: that is what makes
 * it a preference and not a demand.
 */
public final class Preferences {

    /** The header of the request. */
    public static final String HEADER = "Prefer";

    /** The header of the answer that names the preferences it followed. */
    public static final String APPLIED = "Preference-Applied";

    /** Begin the work, and answer where it can be followed (RFC 7240 §4.1). */
    public static final String RESPOND_ASYNC = "respond-async";

    /** One preference: a token, perhaps a value, perhaps parameters; and what parts it from the next. */
    private static final Pattern PREFERENCE = Pattern.compile(
            "\\s*(?<name>[!#$%&'*+.^_`|~0-9A-Za-z-]*)(?<rest>(?:[^,\"]|\"(?:[^\"\\\\]|\\\\.)*+\")*+)(?:,|$)");

    private Preferences() {}

    /**
     * Whether the caller would rather follow the work than wait for its end.
     *
     * @param headers every header {@code Prefer} of the request
     */
    public static boolean respondAsync(@Nullable List<String> headers) {
        return headers != null && headers.stream().anyMatch(Preferences::hasRespondAsync);
    }

    private static boolean hasRespondAsync(String header) {
        Matcher preferences = PREFERENCE.matcher(header);
        while (preferences.lookingAt() && preferences.end() > preferences.start()) {
            String rest = preferences.group("rest").strip();
            // It has no value; an empty one is none (RFC 7240 §2).
            boolean plain = rest.isEmpty() || rest.startsWith(";") || rest.matches("=\\s*(\"\")?\\s*(;.*)?");
            if (plain && preferences.group("name").toLowerCase(Locale.ROOT).equals(RESPOND_ASYNC)) {
                return true;
            }
            preferences.region(preferences.end(), header.length());
        }
        return false;
    }
}
