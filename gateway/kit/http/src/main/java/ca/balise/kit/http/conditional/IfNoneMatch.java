package ca.balise.kit.http.conditional;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The header {@code If-None-Match}, RFC 9110 §13.1.2: {@code *} or entity tags, compared weakly (§8.8.3.2), since a proxy that
 * compresses an answer weakens its tag. The framework's own evaluation compares strongly. What is not a tag names nothing: the
 * caller then gets the whole answer, which is never wrong.
 *
 * @param any whether it is {@code *}
 * @param tags the opaque parts of the tags, without quotes
 */
record IfNoneMatch(boolean any, Set<String> tags) {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"");

    static IfNoneMatch of(String header) {
        return new IfNoneMatch(
                header.strip().equals("*"),
                TAG.matcher(header)
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether a representation with this tag, given without quotes, is one the caller has. */
    boolean names(String tag) {
        return any || tags.contains(tag);
    }
}
