package ca.balise.edge.portal;

import ca.balise.kit.http.language.Language;
import org.jspecify.annotations.Nullable;

/** The language of a page: the one its address asks for, so that a link can choose and be shared, else the browser's. */
final class PageLanguage {

    private PageLanguage() {}

    /**
     * @param asked the query parameter {@code lang}; what is neither language is as good as absent
     * @param acceptLanguage the browser's header
     */
    static Language of(@Nullable String asked, @Nullable String acceptLanguage) {
        for (Language language : Language.values()) {
            if (language.tag().equals(asked)) {
                return language;
            }
        }
        return Language.negotiate(acceptLanguage);
    }
}
