package ca.balise.genai.determination;

import ca.balise.kit.http.language.Language;
import ca.balise.kit.http.language.Messages;
import ca.balise.kit.reasoning.Fact;
import ca.balise.kit.reasoning.Provenance;
import ca.balise.kit.reasoning.Step;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words for what the wire calls by codes and paths, in one language. */
final class Wording {

    private static final Messages MESSAGES = Messages.of(Wording.class);
    private static final Pattern DAY_OR_NUMBER = Pattern.compile("[0-9-]+");

    private final Language language;

    Wording(Language language) {
        this.language = language;
    }

    /** The words for a code of this kind. */
    String of(String kind, Object code) {
        return language.of(MESSAGES.text(kind + "." + code));
    }

    String of(Fact<?> fact) {
        return of("fact", fact.path());
    }

    /** The value of a fact as a rule saw it. Open text has none to show. */
    String valueOf(Step.Look look) {
        String value = look.value();
        if (value == null) {
            return of("value", look.provenance() == Provenance.UNKNOWN ? "unknown" : "given");
        }
        if (value.isEmpty()) {
            return of("value", "none");
        }
        return Arrays.stream(value.split(", ")).map(this::word).collect(Collectors.joining(", "));
    }

    private String word(String value) {
        return DAY_OR_NUMBER.matcher(value).matches() ? value : of("value", value);
    }

    String provenanceOf(Step.Look look) {
        return look.provenance() == Provenance.UNKNOWN ? "" : of("provenance", look.provenance());
    }
}
