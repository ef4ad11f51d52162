package ca.balise.kit.store.trail;

import jakarta.ws.rs.Path;

/** The feed of the notes, as a service has it. */
@Path("/notes/v1/events")
public class NoteEventResource extends EventOperations {}
