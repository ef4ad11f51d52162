package ca.balise.deid.risk;

import ca.balise.deid.DeidProblem;
import ca.balise.deid.risk.store.ScoreEntity;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.InstitutionScope;
import ca.balise.kit.store.audit.Change;
import ca.balise.kit.store.audit.ChangeRecord;
import ca.balise.kit.store.secret.Sealer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/**
 * Use cases: keep a score that nobody waited for, and find it again. What is kept is sealed: it holds no value of the data, but says
 * much about people whom only their institution may ask about.
 */
@ApplicationScoped
public class KeptScores {

    private static final String SEALED = "score";

    private final InstitutionScope scope;
    private final Sealer sealer;
    private final ObjectMapper json;

    KeptScores(InstitutionScope scope, Sealer sealer, ObjectMapper json) {
        this.scope = scope;
        this.sealer = sealer;
        this.json = json;
    }

    /**
     * Keeps a score as long as its job is known.
     *
     * @return its id
     */
    Uni<UUID> keep(Caller caller, UUID job, Score score) {
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        String institution = caller.requireInstitution();
        var entity = new ScoreEntity(id, institution, job, sealer.seal(SEALED, context(id), write(score)));
        return scope.write(
                caller,
                session -> session.persist(entity)
                        .map(_ -> Change.of(id, new ChangeRecord("score.kept", institution, "score", id))));
    }

    /**
     * A score of the caller's institution, as it was written.
     *
     * @return fails with 404, if there is none that the caller may see, or none any more
     */
    public Uni<String> find(Caller caller, UUID id) {
        return scope.read(caller, session -> session.find(ScoreEntity.class, id))
                .onItem()
                .ifNull()
                .failWith(KeptScores::notFound)
                .map(entity -> sealer.open(SEALED, context(id), entity.sealed())
                        .map(plain -> new String(plain, StandardCharsets.UTF_8))
                        // Its key was withdrawn: nobody can read it any more.
                        .orElseThrow(KeptScores::notFound));
    }

    private static ProblemException notFound() {
        return new ProblemException(DeidProblem.SCORE_NOT_FOUND);
    }

    private byte[] write(Score score) {
        try {
            return json.writeValueAsBytes(score);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a score can be written", e);
        }
    }

    /** An envelope is of its row. */
    private static byte[] context(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
