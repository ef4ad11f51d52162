package ca.balise.kit.http.problem;

import ca.balise.kit.http.language.Messages;
import ca.balise.kit.reasoning.BilingualText;
import java.util.Locale;

/**
 * One entry of a service's catalogue of problems: an enum constant whose texts stand in the bundles beside the enum, as
 * {@code CODE.title} and {@code CODE.detail}.
 */
public interface ProblemType {

    /** The stable code, UPPER_SNAKE: an enum constant's own name. */
    String name();

    /** The HTTP status it is answered with. */
    int status();

    /** The stable URN of RFC 9457's {@code type}. */
    default String urn() {
        return "urn:balise:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What kind of problem it is, the same at each occurrence. */
    default BilingualText title() {
        return Messages.of(getClass()).text(name() + ".title");
    }

    /** What happened this time and what to do about it. */
    default BilingualText detail(Object... figures) {
        return Messages.of(getClass()).text(name() + ".detail", figures);
    }
}
