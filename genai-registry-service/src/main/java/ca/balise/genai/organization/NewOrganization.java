package ca.balise.genai.organization;

import ca.balise.genai.organization.model.OrganizationKind;
import ca.balise.kit.http.problem.Members;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A public body as a caller describes it. Nothing in it is about a person. */
@Schema(description = "A public body. Nothing in it is about a person.")
public record NewOrganization(
        @Schema(
                required = true,
                description = "Code of the institution whose record it is.",
                pattern = "^" + Members.CODE_PATTERN + "$",
                examples = "MSSS")
        @Nullable
        String institution,

        @Schema(required = true) @Nullable Name name,

        @Schema(
                required = true,
                description = "Its categories, over periods of which no two share a day.",
                maxItems = 50)
        @Nullable
        List<@Nullable Category> categories) {

    /** The official name, in French, and the English one where there is one. */
    @Schema(name = "NewOrganizationName")
    public record Name(
            @Schema(required = true, maxLength = 300, examples = "Ministère de la Santé et des Services sociaux")
            @Nullable
            String fr,

            @Schema(maxLength = 300) @Nullable String en) {}

    /** A category under article 2 of the LGGRI, over a period. */
    @Schema(name = "NewOrganizationCategory")
    public record Category(
            @Schema(required = true) @Nullable OrganizationKind kind,

            @Schema(description = "Whether article 2 of the LGGRI covers the body. Absent or null: not known.")
            @Nullable
            Boolean subjectToLggriArticle2,

            @Schema(required = true, description = "First day of the period, from 1600-01-01 to 2999-12-31.") @Nullable
            LocalDate from,

            @Schema(description = "First day after the period. Absent or null: it lasts.") @Nullable
            LocalDate until,

            @Schema(required = true) @Nullable ProofOfCategory proof) {}

    /** The document that shows it. */
    @Schema(name = "NewOrganizationProof")
    public record ProofOfCategory(
            @Schema(required = true, maxLength = 300, description = "What the document is called, and where in it.")
            @Nullable
            String document,

            @Schema(required = true, maxLength = 300, description = "The body that issued it.") @Nullable
            String issuer,

            @Schema(description = "The day of the document, if it bears one.") @Nullable
            LocalDate issuedOn,

            @Schema(maxLength = 2000, description = "Where it is published: http or https.") @Nullable
            String address) {}
}
