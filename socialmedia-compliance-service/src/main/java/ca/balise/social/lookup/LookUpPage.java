package ca.balise.social.lookup;

import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/**
 * The answer as a page.
 *
 * @param lang {@code en} or {@code fr}
 * @param style the style sheet, which the content policy names by its hash
 * @param asked the address as it was asked for
 * @param askedEncoded the same for a link
 * @param standing what is said of it; {@code null} if nothing was asked
 * @param url the address as it was looked for
 * @param name what the account calls itself
 * @param platform its platform
 * @param department its department in the language of the page
 * @param successorUrl where it is now
 */
record LookUpPage(
        String lang,
        String style,
        String asked,
        String askedEncoded,
        @Nullable String standing,
        @Nullable String url,
        @Nullable String name,
        @Nullable String platform,
        @Nullable String department,
        @Nullable String successorUrl)
        implements TemplateInstance {}
