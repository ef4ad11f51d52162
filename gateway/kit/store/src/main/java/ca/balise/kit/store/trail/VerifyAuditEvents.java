package ca.balise.kit.store.trail;

import ca.balise.kit.http.language.Messages;
import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.Members;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.InstitutionScope;
import ca.balise.kit.store.audit.ChainBreak;
import ca.balise.kit.store.audit.ChainBreak.Kind;
import ca.balise.kit.store.audit.ChainWalk;
import ca.balise.kit.store.audit.ChainedEvent;
import ca.balise.kit.store.audit.Link;
import ca.balise.kit.store.trail.AuditTrail.Ends;
import ca.balise.kit.store.trail.Verification.AnchorOutcome;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Goes through every recorded event and says whether all are there as they were recorded. The events are read some at a time, each
 * time in a transaction of its own, so that neither memory nor a snapshot grows with their number; those recorded meanwhile are left
 * to the next verification.
 */
@ApplicationScoped
public class VerifyAuditEvents {

    /** About a megabyte, and some milliseconds of hashing: a request beside it does not notice. */
    private static final int AT_ONCE = 1000;

    private static final Messages MESSAGES = Messages.of(VerifyAuditEvents.class);
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final InstitutionScope scope;
    private final AuditTrail trail;

    VerifyAuditEvents(InstitutionScope scope, AuditTrail trail) {
        this.scope = scope;
        this.trail = trail;
    }

    /**
     * Verifies the whole chain.
     *
     * @param caller one who sees every institution's events
     * @throws ProblemException 422 with a violation for each member of the request at fault
     */
    public Uni<Verification> verify(Caller caller, @Nullable VerificationRequest request) {
        Link anchor = anchor(request);
        return scope.read(caller, trail::ends)
                .invoke(VerifyAuditEvents::requireComplete)
                .flatMap(ends -> new Attempt(caller, ends, anchor).walk())
                // What looked like a gap was the oldest events being retired meanwhile: again, from where they end now.
                .flatMap(found -> found.map(verification -> Uni.createFrom().item(verification))
                        .orElseGet(() -> verify(caller, request)));
    }

    private static void requireComplete(Ends ends) {
        if (!ends.complete()) {
            throw new IllegalStateException("who does not see every event would take the others for removed");
        }
    }

    private static @Nullable Link anchor(@Nullable VerificationRequest request) {
        VerificationRequest.Anchor given = request == null ? null : request.anchor();
        if (given == null) {
            return null;
        }
        var members = new Members(CommonProblem.UNPROCESSABLE, VerifyAuditEvents.class, "");
        Long sequence = members.required("/anchor/sequence", given.sequence());
        String hash = members.required("/anchor/hash", given.hash());
        if (sequence != null && sequence < 1) {
            members.fault("/anchor/sequence", "NOT_A_SEQUENCE");
        }
        if (hash != null && !HASH.matcher(hash).matches()) {
            members.fault("/anchor/hash", "NOT_A_HASH");
        }
        members.throwIfAny();
        return new Link(Objects.requireNonNull(sequence), Objects.requireNonNull(hash));
    }

    /** One way along the chain. */
    private final class Attempt {

        private final Caller caller;
        private final Ends ends;
        private final @Nullable Link anchor;
        private final ChainWalk walk;
        private boolean retirementRecorded;

        Attempt(Caller caller, Ends ends, @Nullable Link anchor) {
            this.caller = caller;
            this.ends = ends;
            this.anchor = anchor;
            this.walk = new ChainWalk(ends.checkpoint(), anchor);
            this.retirementRecorded = ends.checkpoint().sequence() == 0;
        }

        /** What was found; empty if events were retired in front of it. */
        Uni<Optional<Verification>> walk() {
            return Multi.createBy()
                    .repeating()
                    .uni(this::next)
                    .whilst(events -> events.size() == AT_ONCE && !walk.isBroken())
                    .collect()
                    .last()
                    .flatMap(_ -> conclusion());
        }

        private Uni<List<ChainedEvent>> next() {
            return scope.read(
                            caller,
                            session -> trail.between(
                                    session, walk.reached(), ends.head().sequence(), AT_ONCE))
                    .invoke(events -> events.forEach(event -> {
                        walk.meet(event);
                        retirementRecorded |= RetireAuditEvents.isRecordOf(ends.checkpoint(), event);
                    }));
        }

        private Uni<Optional<Verification>> conclusion() {
            Optional<ChainBreak> found = firstBreak();
            if (found.isEmpty()) {
                return Uni.createFrom().item(Optional.of(verification(null)));
            }
            return scope.read(caller, trail::ends)
                    .map(now -> now.checkpoint().equals(ends.checkpoint())
                            ? Optional.of(verification(found.get()))
                            : Optional.empty());
        }

        private Optional<ChainBreak> firstBreak() {
            Long stray = ends.stray();
            if (stray != null && stray <= ends.checkpoint().sequence()) {
                return Optional.of(new ChainBreak(stray, Kind.INSERTED));
            }
            Optional<ChainBreak> inside = walk.end(ends.head());
            if (inside.isPresent()) {
                return inside;
            }
            if (!retirementRecorded) {
                return Optional.of(new ChainBreak(ends.checkpoint().sequence(), Kind.NOT_RETIRED));
            }
            return Optional.ofNullable(stray).map(beyond -> new ChainBreak(beyond, Kind.INSERTED));
        }

        private Verification verification(@Nullable ChainBreak found) {
            long first = ends.checkpoint().sequence() + 1;
            boolean none = ends.head().sequence() < first;
            return new Verification(
                    found == null,
                    walk.last().sequence() - ends.checkpoint().sequence(),
                    none ? null : first,
                    none ? null : ends.head().sequence(),
                    Verification.ChainLink.of(ends.head()),
                    outcome(),
                    found == null
                            ? null
                            : new Verification.Break(
                                    found.sequence(),
                                    found.kind(),
                                    MESSAGES.text(found.kind().name(), found.sequence())));
        }

        private @Nullable AnchorOutcome outcome() {
            if (anchor == null) {
                return null;
            }
            if (anchor.sequence() < ends.checkpoint().sequence()) {
                return AnchorOutcome.RETIRED;
            }
            return walk.metAnchor() ? AnchorOutcome.CONFIRMED : AnchorOutcome.NOT_CONFIRMED;
        }
    }
}
