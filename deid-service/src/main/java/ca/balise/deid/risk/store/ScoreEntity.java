package ca.balise.deid.risk.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A score that was made in the background, sealed. It never changes, and is gone with its job. */
@Entity
@Table(name = "score")
public class ScoreEntity {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "institution", nullable = false)
    private String institution;

    @Column(name = "job", nullable = false)
    private UUID job;

    /** The score as JSON, sealed. */
    @Column(name = "sealed", nullable = false)
    private byte[] sealed;

    protected ScoreEntity() {}

    public ScoreEntity(UUID id, String institution, UUID job, byte[] sealed) {
        this.id = id;
        this.institution = institution;
        this.job = job;
        this.sealed = sealed;
    }

    public UUID id() {
        return id;
    }

    public byte[] sealed() {
        return sealed;
    }
}
