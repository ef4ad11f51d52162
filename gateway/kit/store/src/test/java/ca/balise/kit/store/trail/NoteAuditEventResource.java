package ca.balise.kit.store.trail;

import jakarta.ws.rs.Path;

/** The changes of the notes, as a service has them. */
@Path("/notes/v1/audit-events")
public class NoteAuditEventResource extends AuditEventOperations {}
