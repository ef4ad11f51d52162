package ca.balise.kit.store.job;

import jakarta.ws.rs.Path;

/** The jobs of a service, as a service has them. */
@Path("/store/v1/jobs")
public class StoreJobsResource extends GuardedJobsResource {}
