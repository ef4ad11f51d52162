package ca.balise.edge.portal;

import java.net.URI;
import java.util.Optional;

/**
 * What a page may load and do, as {@code Content-Security-Policy} says it.
 *
 * @see <a href="https://www.w3.org/TR/CSP3/">Content Security Policy Level 3</a>
 */
final class ContentPolicy {

    static final String HEADER = "Content-Security-Policy";

    private static final String CLOSED =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** A page of text: our style sheet and our mark, no script, nothing from elsewhere. */
    static final String TEXT = CLOSED + "; style-src 'self'; img-src 'self'";

    private ContentPolicy() {}

    /** Swagger UI: its own scripts, its inline icons, and calls to the door and to the issuer. */
    static String swaggerUi(Optional<URI> issuer) {
        String issuerOrigin = issuer.map(address -> " " + address.getScheme() + "://" + address.getRawAuthority())
                .orElse("");
        return CLOSED + "; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'"
                + issuerOrigin;
    }
}
