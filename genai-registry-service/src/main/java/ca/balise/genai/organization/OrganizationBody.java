package ca.balise.genai.organization;

import ca.balise.genai.organization.model.DatedCategory;
import ca.balise.genai.organization.model.Organization;
import ca.balise.genai.organization.model.OrganizationKind;
import ca.balise.genai.organization.model.Proof;
import ca.balise.kit.http.conditional.Versioned;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A public body on the wire.
 *
 * @param id stable and never reused
 * @param version how many times it was changed; its ETag begins with it
 * @param institution code of the institution whose record it is
 * @param name its names
 * @param categories its categories under article 2 of the LGGRI, oldest period first
 */
@Schema(name = "Organization")
public record OrganizationBody(
        UUID id,

        @Schema(description = "How many times it was changed.", minimum = "0")
        long version,

        String institution,
        NameBody name,
        List<CategoryBody> categories)
        implements Versioned {

    static OrganizationBody of(Organization organization) {
        var details = organization.details();
        return new OrganizationBody(
                organization.id(),
                organization.version(),
                details.institution(),
                new NameBody(details.nameFr(), details.nameEn()),
                details.categories().stream().map(CategoryBody::of).toList());
    }

    /**
     * Its names.
     *
     * @param fr the official one
     * @param en the English one, where there is one
     */
    @Schema(name = "OrganizationName")
    public record NameBody(String fr, @Nullable String en) {}

    /**
     * A category over a period.
     *
     * @param kind what kind of body
     * @param subjectToLggriArticle2 whether article 2 covers it; {@code null} if not known
     * @param from first day of the period
     * @param until first day after it; {@code null} if it lasts
     * @param proof the document that shows it
     */
    @Schema(name = "OrganizationCategory")
    public record CategoryBody(
            OrganizationKind kind,

            @Schema(description = "Whether article 2 of the LGGRI covers the body. Null: not known.") @Nullable
            Boolean subjectToLggriArticle2,

            @Schema(description = "First day of the period.")
            LocalDate from,

            @Schema(description = "First day after the period. Null: it lasts.") @Nullable
            LocalDate until,

            ProofBody proof) {

        static CategoryBody of(DatedCategory category) {
            return new CategoryBody(
                    category.kind(),
                    category.subjectToArticle2().toBoolean(),
                    category.from(),
                    category.until(),
                    ProofBody.of(category.proof()));
        }
    }

    /**
     * The document that shows a category.
     *
     * @param document what it is called, and where in it
     * @param issuer the body that issued it
     * @param issuedOn its day, if it bears one
     * @param address where it is published, if it is
     */
    @Schema(name = "OrganizationProof")
    public record ProofBody(
            String document,
            String issuer,
            @Nullable LocalDate issuedOn,
            @Nullable URI address) {

        static ProofBody of(Proof proof) {
            return new ProofBody(proof.document(), proof.issuer(), proof.issuedOn(), proof.address());
        }
    }
}
