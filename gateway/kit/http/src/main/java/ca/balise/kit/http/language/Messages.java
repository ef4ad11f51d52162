package ca.balise.kit.http.language;

import ca.balise.kit.reasoning.BilingualText;
import java.text.MessageFormat;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The texts that belong to a class, in the bundles that stand beside it: {@code Xxx_en.properties} and {@code Xxx_fr.properties},
 * UTF-8, with {@link MessageFormat} placeholders.
 */
public final class Messages {

    private final Class<?> owner;

    private Messages(Class<?> owner) {
        this.owner = owner;
    }

    public static Messages of(Class<?> owner) {
        return new Messages(owner);
    }

    /**
     * One text with the figures of the case, numbers written as each language writes them.
     *
     * @param figures values of the placeholders; never a value of personal data
     * @throws MissingResourceException if a language lacks the text
     */
    public BilingualText text(String key, Object... figures) {
        return new BilingualText(text(key, Language.EN, figures), text(key, Language.FR, figures));
    }

    private String text(String key, Language language, Object[] figures) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                owner.getName(),
                java.util.Locale.of(language.tag()),
                owner.getClassLoader(),
                // Never the machine's own language: a text missing in one language is a fault, not a reason to use the
                // other.
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(bundle.getString(key), language.locale()).format(figures);
    }
}
