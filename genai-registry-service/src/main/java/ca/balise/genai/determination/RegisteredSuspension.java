package ca.balise.genai.determination;

import ca.balise.genai.determination.model.SuspensionTerms;
import ca.balise.genai.measure.ReadMeasure;
import ca.balise.kit.http.security.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The terms of the registered suspension, held for a moment: they change once in a while, and are asked for with every request. The
 * registered suspension is public, so what was read for one caller serves the next.
 */
@ApplicationScoped
public class RegisteredSuspension {

    /** The same in every installation: it is registered by a migration. */
    private static final UUID ID = UUID.fromString("019b76da-a800-7631-8876-a602c58ed0db");

    private final ReadMeasure readMeasure;
    private final Clock clock;
    private final Duration holdsFor;

    private volatile @Nullable Held held;

    RegisteredSuspension(ReadMeasure readMeasure, Clock clock, DeterminationSettings settings) {
        this.readMeasure = readMeasure;
        this.clock = clock;
        this.holdsFor = settings.suspensionHoldsFor();
    }

    private record Held(SuspensionTerms terms, Instant until) {}

    /** The terms, as they are or were a moment ago. */
    public Uni<SuspensionTerms> terms(Caller caller) {
        Held last = held;
        Instant now = clock.instant();
        if (last != null && now.isBefore(last.until())) {
            return Uni.createFrom().item(last.terms());
        }
        return readMeasure.read(caller, ID).map(SuspensionTerms::of).invoke(terms -> hold(terms, now));
    }

    /** Lets go of what is held, for a use case that has just changed the suspension: this process sees the change at once. */
    public void forget() {
        held = null;
    }

    private void hold(SuspensionTerms terms, Instant asRead) {
        held = new Held(terms, asRead.plus(holdsFor));
    }
}
