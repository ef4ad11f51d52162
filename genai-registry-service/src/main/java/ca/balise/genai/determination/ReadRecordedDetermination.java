package ca.balise.genai.determination;

import ca.balise.genai.determination.model.RecordedDetermination;
import ca.balise.genai.determination.store.RecordedDeterminationRepository;
import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.InstitutionScope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Reads one recorded determination. */
@ApplicationScoped
public class ReadRecordedDetermination {

    private final InstitutionScope scope;
    private final RecordedDeterminationRepository recorded;

    ReadRecordedDetermination(InstitutionScope scope, RecordedDeterminationRepository recorded) {
        this.scope = scope;
        this.recorded = recorded;
    }

    /**
     * The determination with this id.
     *
     * @throws ProblemException 404, if there is none that the caller may see
     */
    public Uni<RecordedDetermination> read(Caller caller, UUID id) {
        return scope.read(caller, session -> recorded.withId(id))
                .map(found -> found.orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND)));
    }
}
