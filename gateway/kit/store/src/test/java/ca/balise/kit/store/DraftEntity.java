package ca.balise.kit.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** A record that can be changed, for the test of changes that overtake each other. */
@Entity
@Table(name = "draft")
class DraftEntity {

    @Id
    UUID id;

    @Version
    int version;

    String words;
}
