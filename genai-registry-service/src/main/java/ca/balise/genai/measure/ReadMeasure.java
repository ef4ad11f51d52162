package ca.balise.genai.measure;

import ca.balise.genai.measure.model.Measure;
import ca.balise.genai.measure.store.MeasureRepository;
import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.InstitutionScope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Reads one measure. */
@ApplicationScoped
public class ReadMeasure {

    private final InstitutionScope scope;
    private final MeasureRepository measures;

    ReadMeasure(InstitutionScope scope, MeasureRepository measures) {
        this.scope = scope;
        this.measures = measures;
    }

    /**
     * The measure with this id.
     *
     * @throws ProblemException 404, if no measure has it
     */
    public Uni<Measure> read(Caller caller, UUID id) {
        return scope.read(caller, session -> measures.withId(id))
                .map(found -> found.orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND)));
    }
}
