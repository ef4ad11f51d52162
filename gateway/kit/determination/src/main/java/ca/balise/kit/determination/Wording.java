package ca.balise.kit.determination;

import ca.balise.kit.http.language.Language;
import ca.balise.kit.http.language.Messages;
import ca.balise.kit.reasoning.Fact;
import ca.balise.kit.reasoning.Provenance;
import ca.balise.kit.reasoning.Step;
import java.util.Arrays;
import java.util.MissingResourceException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words for what the wire calls by codes and paths, in one language. A determination's own stand in the bundles beside its owner
 * ({@code fact.*}, {@code status.*}, {@code question.*}, {@code answer.*}, {@code value.*}); what all have in common stands here.
 */
public final class Wording {

    private static final Messages COMMON = Messages.of(Wording.class);
    private static final Pattern DAY_OR_NUMBER = Pattern.compile("[0-9-]+");

    private final Messages own;
    private final Language language;

    /** The words of the determination whose bundles stand beside this class. */
    public Wording(Class<?> owner, Language language) {
        this.own = Messages.of(owner);
        this.language = language;
    }

    Language language() {
        return language;
    }

    /**
     * The words for a code of this kind.
     *
     * @throws MissingResourceException if there are none in one of the languages
     */
    public String of(String kind, Object code) {
        String key = kind + "." + code;
        try {
            return language.of(COMMON.text(key));
        } catch (MissingResourceException notCommon) {
            return language.of(own.text(key));
        }
    }

    /** The name of a fact. */
    public String of(Fact<?> fact) {
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
