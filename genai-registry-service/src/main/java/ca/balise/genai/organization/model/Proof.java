package ca.balise.genai.organization.model;

import java.net.URI;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The document that shows in which category a body is.
 *
 * @param document what it is called, and where in it
 * @param issuer the body that issued it
 * @param issuedOn the day of the document; {@code null} if it bears none
 * @param address where it is published; {@code null} if it is not
 */
public record Proof(
        String document,
        String issuer,
        @Nullable LocalDate issuedOn,
        @Nullable URI address) {}
