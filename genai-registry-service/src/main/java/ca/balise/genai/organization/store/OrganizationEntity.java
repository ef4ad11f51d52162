package ca.balise.genai.organization.store;

import ca.balise.genai.organization.model.Organization;
import ca.balise.genai.organization.model.OrganizationDetails;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** A public body, always read with its categories: one further query for a page and the row after it. */
@Entity
@Table(name = "organization")
class OrganizationEntity {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @Version
    int version;

    String institution;
    String nameFr;

    @Nullable
    String nameEn;

    @ElementCollection(fetch = FetchType.EAGER)
    @BatchSize(size = 501)
    @CollectionTable(name = "organization_category", joinColumns = @JoinColumn(name = "organization_id"))
    @OrderBy("validFrom")
    List<CategoryRow> categories = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // the columns are not null: the database says so, and fills them
    OrganizationEntity() {}

    static OrganizationEntity of(OrganizationDetails details) {
        OrganizationEntity entity = new OrganizationEntity();
        entity.institution = details.institution();
        entity.become(details);
        return entity;
    }

    /** Takes over what is declared, but the institution: that never changes. A change to the same is none, and leaves the version. */
    void become(OrganizationDetails details) {
        nameFr = details.nameFr();
        nameEn = details.nameEn();
        List<CategoryRow> declared = details.categories().stream()
                .map(category -> CategoryRow.of(institution, category))
                .toList();
        if (!List.copyOf(categories).equals(declared)) {
            categories.clear();
            categories.addAll(declared);
        }
    }

    Organization toModel() {
        return new Organization(
                id,
                version,
                new OrganizationDetails(
                        institution,
                        nameFr,
                        nameEn,
                        categories.stream().map(CategoryRow::toModel).toList()));
    }
}
