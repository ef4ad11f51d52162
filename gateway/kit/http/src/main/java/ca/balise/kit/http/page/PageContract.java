package ca.balise.kit.http.page;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Documents the {@code Link} header on each operation that takes the parameters of a page. */
@OpenApiFilter(stages = RunStage.BUILD)
public class PageContract implements OASFilter {

    @Override
    public @Nullable Operation filterOperation(Operation operation) {
        APIResponse page = operation.getResponses().getAPIResponse("200");
        if (page != null
                && takes(operation, PageParameters.LIMIT)
                && takes(operation, PageParameters.AFTER)
                && !states(page, "Link")) {
            page.addHeader(
                    "Link",
                    OASFactory.createHeader()
                            .description(
                                    "The address of the next page, rel=\"next\", relative to the one asked. Absent from the last page.")
                            .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
        }
        return operation;
    }

    /** An operation whose pages have no end says so itself. */
    private static boolean states(APIResponse page, String header) {
        return page.getHeaders() != null && page.getHeaders().containsKey(header);
    }

    private static boolean takes(Operation operation, String parameter) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(taken -> parameter.equals(taken.getName()));
    }
}
