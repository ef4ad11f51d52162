package ca.balise.kit.store.job;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of jobs. It is changed by statements only, each of which says which state it may leave. */
@Entity
@Immutable
@Table(name = "job")
class JobEntity {

    @Id
    UUID id;

    @Column(nullable = false)
    String institution;

    @Column(nullable = false)
    String kind;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    JobStatus status;

    double progress;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Column(name = "started_at")
    @Nullable
    Instant startedAt;

    @Column(name = "finished_at")
    @Nullable
    Instant finishedAt;

    @Nullable
    String result;

    @Nullable
    String problem;

    @Nullable
    String explanation;

    int revision;

    int attempt;

    @Nullable
    String caller;

    @Nullable
    String parameters;

    @Nullable
    String reached;
}
