package ca.balise.kit.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/** A record of an institution, for the tests of isolation. */
@Entity
@Table(name = "note")
class NoteEntity {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    String institution;
    String words;
    String shade;

    static NoteEntity of(String institution, String words) {
        NoteEntity note = new NoteEntity();
        note.institution = institution;
        note.words = words;
        return note;
    }
}
