package ca.balise.genai.determination.store;

import ca.balise.genai.determination.model.ReasonCode;
import ca.balise.genai.determination.model.SuspensionStatus;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;

/** A row of {@code recorded_determination}; PostgreSQL lets the application neither change nor remove one. */
@Entity
@Immutable
@Table(name = "recorded_determination")
class RecordedDeterminationEntity {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    String institution;
    LocalDate asOf;
    Instant knownAt;
    String rulesetVersion;

    @Enumerated(EnumType.STRING)
    SuspensionStatus status;

    @Enumerated(EnumType.STRING)
    ReasonCode reasonCode;

    byte[] facts;
    String inputHash;
    String answer;
    Instant decidedAt;

    @SuppressWarnings("NullAway.Init") // the columns are not null: the database says so, and fills them
    RecordedDeterminationEntity() {}
}
