package ca.balise.kit.http.language;

import ca.balise.kit.reasoning.BilingualText;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The two languages every message is written in. */
public enum Language {
    EN(Locale.CANADA),
    FR(Locale.CANADA_FRENCH);

    private static final List<Locale> LOCALES = List.of(Locale.ENGLISH, Locale.FRENCH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /**
     * The language to answer in.
     *
     * @param acceptLanguage the header, RFC 9110 §12.5.4; absent, malformed or naming neither language, the answer is in English
     */
    public static Language negotiate(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return EN;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), LOCALES);
            return Locale.FRENCH.equals(best) ? FR : EN;
        } catch (IllegalArgumentException malformed) {
            return EN;
        }
    }

    /** The locale that writes numbers and dates as Canadians do in this language. */
    public Locale locale() {
        return locale;
    }

    /** The tag for {@code Content-Language}. */
    public String tag() {
        return locale.getLanguage();
    }

    /** This language's side of a text. */
    public String of(BilingualText text) {
        return this == FR ? text.fr() : text.en();
    }
}
