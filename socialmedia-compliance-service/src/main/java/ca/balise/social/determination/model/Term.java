package ca.balise.social.determination.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A text of the caller's of which some are codes that mean something to the rules. Only a code is ever shown: whatever else it is, is
 * not repeated in a trace.
 *
 * @param text the text
 * @param isCode whether it is a code
 */
public record Term(String text, boolean isCode) {

    /** How a text that is no code is shown. */
    public static final String OTHER = "OTHER";

    /** What some texts say, where these are the codes. */
    static List<Term> of(Collection<String> texts, Set<String> codes) {
        return texts.stream().map(text -> new Term(text, codes.contains(text))).toList();
    }

    /** The names of constants, as codes. */
    static Set<String> codes(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String toString() {
        return isCode ? text : OTHER;
    }
}
