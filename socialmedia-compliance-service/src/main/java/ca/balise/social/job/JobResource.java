package ca.balise.social.job;

import ca.balise.kit.store.job.JobsResource;
import jakarta.ws.rs.Path;

/** The jobs of this service over HTTP. */
@Path("/socialmedia/v1/jobs")
public class JobResource extends JobsResource {}
