package ca.balise.genai.audit;

import ca.balise.kit.store.trail.EventOperations;
import jakarta.ws.rs.Path;

/** The feed of this service's changes. */
@Path("/genai-registry/v1/events")
public class EventResource extends EventOperations {}
