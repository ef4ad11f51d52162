package ca.balise.social.audit;

import ca.balise.kit.store.trail.EventOperations;
import jakarta.ws.rs.Path;

/** The feed of this service's changes. */
@Path("/socialmedia/v1/events")
public class EventResource extends EventOperations {}
