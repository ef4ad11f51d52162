package ca.balise.edge.portal;

import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * The page at {@code /}.
 *
 * @param lang {@code en} or {@code fr}
 * @param self its own path, which the switch of languages leads back to
 * @param services what the suite answers
 * @param issuer where tokens come from, or empty
 */
record LandingPage(String lang, String self, List<OfferedContract> services, String issuer)
        implements TemplateInstance {}
