package ca.balise.kit.store;

import ca.balise.kit.http.page.Page;
import ca.balise.kit.http.page.PageRequest;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;

/** Notes in the order of their words. */
@ApplicationScoped
class NoteRepository implements PanacheRepositoryBase<NoteEntity, UUID> {

    private static final Keyset<NoteEntity, String> WORDS =
            new Keyset<>("notes", "from NoteEntity n", "n.words", note -> note.words, Function.identity());

    private static final Keyset<NoteEntity, UUID> LISTED = new Keyset<NoteEntity, UUID>(
                    "notes", "from NoteEntity n", "n.id", note -> note.id, UUID::fromString)
            .sortedBy("words", "n.words", note -> note.words, Function.identity())
            .sortedByNullable("shade", "n.shade", note -> note.shade, Function.identity())
            .filteredBy("words", "n.words = ?", Function.identity())
            .filteredBy("shade", "n.shade = ?", Function.identity());

    Uni<Page<NoteEntity>> page(PageRequest request) {
        return WORDS.page(this, request);
    }

    Uni<Page<NoteEntity>> listed(PageRequest request) {
        return LISTED.page(this, request);
    }
}
