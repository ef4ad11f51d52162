package ca.balise.social.platform.store;

import ca.balise.social.platform.model.Platform;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.UuidGenerator;

/** A platform, always read with its names and reviews: one further query each for a page and
 * the row after it. */
@Entity
@Table(name = "platform")
class PlatformEntity {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    String code;
    String name;

    @ElementCollection(fetch = FetchType.EAGER)
    @BatchSize(size = 501)
    @CollectionTable(name = "platform_former_name", joinColumns = @JoinColumn(name = "platform_id"))
    @Column(name = "name")
    @OrderBy
    List<String> formerNames = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @BatchSize(size = 501)
    @CollectionTable(name = "platform_review", joinColumns = @JoinColumn(name = "platform_id"))
    @OrderBy("instrument")
    List<ReviewRow> reviews = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // the columns are not null: the database says so, and fills them
    PlatformEntity() {}

    Platform toModel() {
        return new Platform(
                id,
                code,
                name,
                formerNames,
                reviews.stream().map(ReviewRow::toModel).toList());
    }
}
