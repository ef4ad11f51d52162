package ca.balise.social.platform;

import ca.balise.kit.http.page.Page;
import ca.balise.kit.http.page.PageRequest;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.InstitutionScope;
import ca.balise.social.platform.model.PlatformStanding;
import ca.balise.social.platform.store.PlatformRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Lists the catalogue, a page at a time: the same for every caller. */
@ApplicationScoped
public class ListPlatforms {

    private final InstitutionScope scope;
    private final PlatformRepository platforms;
    private final JudgePlatform judge;

    ListPlatforms(InstitutionScope scope, PlatformRepository platforms, JudgePlatform judge) {
        this.scope = scope;
        this.platforms = platforms;
        this.judge = judge;
    }

    public Uni<Page<PlatformStanding>> list(Caller caller, PageRequest request) {
        return scope.read(caller, session -> platforms.list(request)).map(page -> page.map(judge::judge));
    }
}
