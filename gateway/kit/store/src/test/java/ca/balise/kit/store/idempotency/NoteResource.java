package ca.balise.kit.store.idempotency;

import ca.balise.kit.http.conditional.EntityTagged;
import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.security.CurrentCaller;
import ca.balise.kit.store.InstitutionScope;
import ca.balise.kit.store.Notes;
import ca.balise.kit.store.audit.Change;
import ca.balise.kit.store.audit.ChangeRecord;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The notes over HTTP, in each way in which an operation may answer. */
@Path(NoteResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class NoteResource {

    static final String PATH = "/notes/v1/notes";

    private final Notes notes;
    private final InstitutionScope scope;
    private final CurrentCaller caller;

    NoteResource(Notes notes, InstitutionScope scope, CurrentCaller caller) {
        this.notes = notes;
        this.scope = scope;
        this.caller = caller;
    }

    public record NewNote(String words, Integer colour) {}

    public record NoteBody(UUID id, String words) {}

    @POST
    @RolesAllowed("writer")
    @Idempotent
    @EntityTagged
    @Operation(operationId = "addNote", summary = "Adds a note")
    @APIResponse(responseCode = "201", description = "The note")
    public Uni<RestResponse<NoteBody>> add(NewNote note, @RestQuery @Nullable Boolean dryRun) {
        if (note.words().isBlank()) {
            throw new ProblemException(CommonProblem.UNPROCESSABLE);
        }
        return notes.add(caller.get(), note.words())
                .map(id -> RestResponse.ResponseBuilder.create(
                                RestResponse.Status.CREATED, new NoteBody(id, note.words()))
                        .header(HttpHeaders.LOCATION, PATH + "/" + id)
                        .build());
    }

    @GET
    @Path("{id}")
    @RolesAllowed("writer")
    @EntityTagged
    @Operation(operationId = "readNote", summary = "Reads a note")
    public Uni<NoteBody> read(@PathParam("id") UUID id) {
        return scope.read(
                caller.get(),
                session -> session.createNativeQuery("select words from note where id = :id", String.class)
                        .setParameter("id", id)
                        .getSingleResult()
                        .map(words -> new NoteBody(id, words)));
    }

    /** Accepted, with a response of the older kind and no body. */
    @POST
    @Path("accepted")
    @RolesAllowed("writer")
    @Idempotent
    @Operation(operationId = "acceptNote", summary = "Adds a note some time")
    @APIResponse(responseCode = "202", description = "Accepted")
    public Uni<Response> accept(NewNote note) {
        return notes.add(caller.get(), note.words())
                .map(id -> Response.accepted()
                        .location(URI.create(PATH + "/" + id))
                        .build());
    }

    /** For a caller of no institution. */
    @POST
    @Path("clocks")
    @Authenticated
    @Idempotent
    @Operation(operationId = "windClock", summary = "Winds the clock that belongs to nobody")
    @APIResponse(responseCode = "201", description = "Wound")
    public Uni<RestResponse<UUID>> wind() {
        UUID id = UUID.randomUUID();
        return scope.write(
                        caller.get(),
                        _ -> Uni.createFrom().item(Change.of(id, new ChangeRecord("clock.wound", "", "clock", id))))
                .map(wound -> RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, wound)
                        .build());
    }

    /** Fails after it has added its note. */
    @POST
    @Path("failing")
    @RolesAllowed("writer")
    @Idempotent
    @Operation(operationId = "failAfterwards", summary = "Adds a note and fails")
    public Uni<RestResponse<NoteBody>> fail(NewNote note) {
        return notes.add(caller.get(), note.words()).map(_ -> {
            throw new ProblemException(CommonProblem.CONFLICT);
        });
    }
}
