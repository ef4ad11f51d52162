package ca.balise.edge.portal;

import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * The page at {@code /docs}, in which the browser starts Swagger UI.
 *
 * @param lang {@code en} or {@code fr}
 * @param self its own path, which the switch of languages leads back to
 * @param contracts what Swagger UI offers to choose from
 * @param issuer where the browser signs in, or empty
 * @param client as whom
 */
record DocsPage(String lang, String self, List<OfferedContract> contracts, String issuer, String client)
        implements TemplateInstance {}
