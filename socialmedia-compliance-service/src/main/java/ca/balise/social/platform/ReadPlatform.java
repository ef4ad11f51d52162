package ca.balise.social.platform;

import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.InstitutionScope;
import ca.balise.social.platform.model.PlatformStanding;
import ca.balise.social.platform.store.PlatformRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Reads one platform of the catalogue. */
@ApplicationScoped
public class ReadPlatform {

    private final InstitutionScope scope;
    private final PlatformRepository platforms;
    private final JudgePlatform judge;

    ReadPlatform(InstitutionScope scope, PlatformRepository platforms, JudgePlatform judge) {
        this.scope = scope;
        this.platforms = platforms;
        this.judge = judge;
    }

    /**
     * The platform with this id.
     *
     * @throws ProblemException 404, if no platform has it
     */
    public Uni<PlatformStanding> read(Caller caller, UUID id) {
        return scope.read(caller, session -> platforms.withId(id))
                .map(found -> found.map(judge::judge).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND)));
    }
}
