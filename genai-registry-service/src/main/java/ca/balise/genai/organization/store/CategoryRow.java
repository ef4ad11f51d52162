package ca.balise.genai.organization.store;

import ca.balise.genai.organization.model.DatedCategory;
import ca.balise.genai.organization.model.OrganizationKind;
import ca.balise.genai.organization.model.Proof;
import ca.balise.kit.reasoning.Truth;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.net.URI;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of {@code organization_category}. It names the institution too, by which PostgreSQL keeps the table apart. */
@Embeddable
record CategoryRow(
        String institution,
        @Enumerated(EnumType.STRING) OrganizationKind kind,
        @Nullable Boolean subjectToArticle2,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        String proofDocument,
        String proofIssuer,
        @Nullable LocalDate proofIssuedOn,
        @Nullable String proofAddress) {

    static CategoryRow of(String institution, DatedCategory category) {
        Proof proof = category.proof();
        URI address = proof.address();
        return new CategoryRow(
                institution,
                category.kind(),
                category.subjectToArticle2().toBoolean(),
                category.from(),
                category.until(),
                proof.document(),
                proof.issuer(),
                proof.issuedOn(),
                address == null ? null : address.toString());
    }

    DatedCategory toModel() {
        return new DatedCategory(
                kind,
                Truth.of(subjectToArticle2),
                validFrom,
                validUntil,
                new Proof(
                        proofDocument,
                        proofIssuer,
                        proofIssuedOn,
                        proofAddress == null ? null : URI.create(proofAddress)));
    }
}
