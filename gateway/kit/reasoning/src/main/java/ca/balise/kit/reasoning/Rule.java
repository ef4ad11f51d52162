package ca.balise.kit.reasoning;

import java.text.MessageFormat;
import java.util.Locale;

/**
 * A rule as data: everything about it but the condition under which it speaks, which is code in a {@code model} package.
 *
 * @param code stable code, UPPER_SNAKE
 * @param force how strongly it binds
 * @param message what it says, with {@link MessageFormat} placeholders for the figures of the case
 * @param source where it comes from
 */
public record Rule(String code, Force force, BilingualText message, Source source) {

    /**
     * The reason this rule gives for one case. Numbers are written as each language writes them.
     *
     * @param figures the values of the placeholders, in order; never a value of personal data
     */
    public Reason reason(Object... figures) {
        return new Reason(
                code,
                force,
                new BilingualText(
                        format(message.en(), Locale.CANADA, figures),
                        format(message.fr(), Locale.CANADA_FRENCH, figures)),
                source);
    }

    private static String format(String template, Locale locale, Object[] figures) {
        return new MessageFormat(template, locale).format(figures);
    }
}
