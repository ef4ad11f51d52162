package ca.balise.genai.determination;

import ca.balise.genai.determination.model.RecordedDetermination;
import ca.balise.genai.determination.store.RecordedDeterminationRepository;
import ca.balise.kit.http.page.Page;
import ca.balise.kit.http.page.PageRequest;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.InstitutionScope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Lists the recorded determinations that the caller may see, a page at a time. */
@ApplicationScoped
public class ListRecordedDeterminations {

    private final InstitutionScope scope;
    private final RecordedDeterminationRepository recorded;

    ListRecordedDeterminations(InstitutionScope scope, RecordedDeterminationRepository recorded) {
        this.scope = scope;
        this.recorded = recorded;
    }

    public Uni<Page<RecordedDetermination>> list(Caller caller, PageRequest request) {
        return scope.read(caller, session -> recorded.list(request));
    }
}
