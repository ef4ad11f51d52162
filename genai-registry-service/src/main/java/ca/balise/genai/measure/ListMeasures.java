package ca.balise.genai.measure;

import ca.balise.genai.measure.model.Measure;
import ca.balise.genai.measure.store.MeasureRepository;
import ca.balise.kit.http.page.Page;
import ca.balise.kit.http.page.PageRequest;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.InstitutionScope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Lists the registered measures, a page at a time: they are public texts, the same for every caller. */
@ApplicationScoped
public class ListMeasures {

    private final InstitutionScope scope;
    private final MeasureRepository measures;

    ListMeasures(InstitutionScope scope, MeasureRepository measures) {
        this.scope = scope;
        this.measures = measures;
    }

    public Uni<Page<Measure>> list(Caller caller, PageRequest request) {
        return scope.read(caller, session -> measures.list(request));
    }
}
