package ca.balise.genai.determination;

import ca.balise.genai.RegistryProblem;
import ca.balise.genai.determination.model.JudgedCase;
import ca.balise.genai.determination.model.RecordedDetermination;
import ca.balise.genai.determination.store.RecordedDeterminationRepository;
import ca.balise.kit.http.problem.Members;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.InstitutionScope;
import ca.balise.kit.store.audit.Change;
import ca.balise.kit.store.audit.ChangeRecord;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Judges a case by the registered suspension and keeps the answer, for good. A what-if is no record of how a use stands: it is answered by
 * {@link DetermineSuspension} alone.
 */
@ApplicationScoped
public class RecordDetermination {

    private final DetermineSuspension determineSuspension;
    private final InstitutionScope scope;
    private final RecordedDeterminationRepository recorded;
    private final ObjectMapper json;

    RecordDetermination(
            DetermineSuspension determineSuspension,
            InstitutionScope scope,
            RecordedDeterminationRepository recorded,
            ObjectMapper json) {
        this.determineSuspension = determineSuspension;
        this.scope = scope;
        this.recorded = recorded;
        this.json = json;
    }

    /**
     * Judges a case as a caller describes it, and keeps it as a record of the caller's institution.
     *
     * @throws ProblemException 422 with a violation for each member at fault; 403 if the caller has no institution
     */
    public Uni<RecordedDetermination> record(Caller caller, @Nullable DeterminationRequest described) {
        String institution = caller.requireInstitution();
        if (described != null && described.measure() != null) {
            var members = new Members(RegistryProblem.INVALID_CASE, RecordDetermination.class, "");
            members.fault("/measure", "WHAT_IF_NOT_RECORDED");
            members.throwIfAny();
        }
        return determineSuspension.determine(caller, described).chain(judged -> keep(caller, institution, judged));
    }

    private Uni<RecordedDetermination> keep(Caller caller, String institution, JudgedCase judged) {
        String answer = written(judged);
        return scope.write(
                caller,
                session -> recorded.add(institution, judged, answer).map(added -> Change.of(added, change(added))));
    }

    /** An answer as it is written on the wire. */
    String written(JudgedCase judged) {
        try {
            return json.writeValueAsString(DeterminationAnswer.of(judged));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer that cannot be written", e);
        }
    }

    private static ChangeRecord change(RecordedDetermination added) {
        return new ChangeRecord(
                "determination.recorded",
                added.institution(),
                "recorded-determination",
                added.id(),
                Map.of(
                        "asOf", added.asOf(),
                        "status", added.status(),
                        "reasonCode", added.reason(),
                        "rulesetVersion", added.rulesetVersion()));
    }
}
