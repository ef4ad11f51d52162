package ca.balise.kit.store.job;

import ca.balise.kit.http.page.Page;
import ca.balise.kit.http.page.PageRequest;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Jobs in pages. */
@ApplicationScoped
class JobRepository implements PanacheRepositoryBase<JobEntity, UUID> {

    private static final String COLLECTION = "jobs";

    /** Their ids are ordered as their beginnings. */
    Uni<Page<JobEntity>> newestFirst(PageRequest request) {
        return request.position(COLLECTION, UUID::fromString)
                .map(after -> find("from JobEntity j where j.id < ?1 order by j.id desc", after))
                .orElseGet(() -> find("from JobEntity j order by j.id desc"))
                .range(0, request.limit())
                .<JobEntity>list()
                .map(found -> Page.of(found, request, COLLECTION, job -> job.id));
    }
}
