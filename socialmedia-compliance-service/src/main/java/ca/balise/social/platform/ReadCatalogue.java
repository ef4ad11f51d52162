package ca.balise.social.platform;

import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.InstitutionScope;
import ca.balise.social.platform.model.PlatformCatalogue;
import ca.balise.social.platform.store.PlatformRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Reads the catalogue, held for a moment: it changes once in a while, and each determination asks for it. It is the same for every
 * caller, so what was read for one serves the next.
 */
@ApplicationScoped
public class ReadCatalogue {

    private final InstitutionScope scope;
    private final PlatformRepository platforms;
    private final Clock clock;
    private final Duration holdsFor;

    private volatile @Nullable Held held;

    /**
     * @param holdsFor how long the catalogue is taken to be as it was read last: a change of it is seen by every replica after at most
     *     this long
     */
    ReadCatalogue(
            InstitutionScope scope,
            PlatformRepository platforms,
            Clock clock,
            @ConfigProperty(name = "balise.platform.catalogue-holds-for", defaultValue = "PT1S") Duration holdsFor) {
        this.scope = scope;
        this.platforms = platforms;
        this.clock = clock;
        this.holdsFor = holdsFor;
    }

    private record Held(PlatformCatalogue catalogue, Instant until) {}

    /** The catalogue, as it is or was a moment ago. */
    public Uni<PlatformCatalogue> read(Caller caller) {
        Held last = held;
        Instant now = clock.instant();
        if (last != null && now.isBefore(last.until())) {
            return Uni.createFrom().item(last.catalogue());
        }
        return scope.read(caller, session -> platforms.catalogue())
                .invoke(catalogue -> held = new Held(catalogue, now.plus(holdsFor)));
    }
}
