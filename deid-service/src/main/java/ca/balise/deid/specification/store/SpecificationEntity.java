package ca.balise.deid.specification.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/** A specification kept for later scores. What it says never changes; it can be removed. */
@Entity
@Table(name = "specification")
public class SpecificationEntity {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    @Column(name = "institution", nullable = false)
    private String institution;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    /** The specification as JSON; the database needs none of its members. */
    @Column(name = "body", nullable = false)
    private String body;

    protected SpecificationEntity() {}

    public SpecificationEntity(String institution, Instant createdAt, String body) {
        this.institution = institution;
        this.createdAt = createdAt;
        this.body = body;
    }

    public UUID id() {
        return id;
    }

    public String institution() {
        return institution;
    }

    public int version() {
        return version;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String body() {
        return body;
    }
}
