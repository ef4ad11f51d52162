package ca.balise.social.audit;

import ca.balise.kit.store.trail.AuditEventOperations;
import jakarta.ws.rs.Path;

/** The record of this service's changes. */
@Path("/socialmedia/v1/audit-events")
public class AuditEventResource extends AuditEventOperations {}
