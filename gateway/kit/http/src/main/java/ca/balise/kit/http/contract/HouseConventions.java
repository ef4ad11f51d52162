package ca.balise.kit.http.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Says once, in the description of the contract, what holds of every operation. */
@OpenApiFilter(stages = RunStage.BUILD)
public class HouseConventions implements OASFilter {

    /** What a service says of itself. The generator's own setting would replace what is written here. */
    private static final String DESCRIPTION = "balise.contract.description";

    private static final String HOUSE = """


            What holds of every operation:

            - **Language.** `Accept-Language: en` (default) or `fr` chooses the language of texts; each answer names its own in \
            `Content-Language`, and `Vary` says by what it differs. Codes are never translated.
            - **Errors** are RFC 9457 problems (`application/problem+json`), with a stable `code` and, where members or parameters are \
            at fault, `violations` with their pointers. `405` is answered with `Allow`; `414` and `431` to an address or headers that \
            are too long.
            - **Nothing is guessed.** Unknown members, unknown query parameters, members given twice and parameters repeated where one \
            is read are refused with 400.
            - **Access.** `x-required-roles` names the realm roles of which a caller needs one; `x-any-caller` says that any valid token \
            will do; an operation with neither is public. Another institution’s record is answered 404.
            - **Changes.** A stored record is answered with a strong `ETag`; a change demands it in `If-Match` (428 without it, 412 if \
            the record is no longer so), and `If-None-Match` spares an answer that the caller has (304).
            - **Collections** come in pages of at most 500 items; `Link` with `rel="next"` leads to the next one, and rows that come or \
            go meanwhile move no other.
            - **Bodies** may be compressed with gzip; `x-maximum-bytes` is their limit, inflated. One that arrives too slowly is \
            answered 408.""";

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        if (contract.getPaths() == null) {
            // The door has no operations of its own.
            return;
        }
        if (contract.getInfo() == null) {
            contract.setInfo(OASFactory.createInfo());
        }
        String own = ConfigProvider.getConfig()
                .getOptionalValue(DESCRIPTION, String.class)
                .orElse("");
        contract.getInfo().setDescription(own + HOUSE);
    }
}
