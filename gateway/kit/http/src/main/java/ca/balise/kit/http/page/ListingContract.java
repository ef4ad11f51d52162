package ca.balise.kit.http.page;

import ca.balise.kit.http.contract.OperationMethods;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;

/** Documents {@code sort} and the filters of each operation that has a {@link Listing}. */
@OpenApiFilter(stages = RunStage.BUILD)
public class ListingContract implements OASFilter {

    private static final DotName LISTING = DotName.createSimple(Listing.class);
    private static final DotName WRITTEN = DotName.createSimple("com.fasterxml.jackson.annotation.JsonProperty");

    private final IndexView index;
    private final OperationMethods methods;

    public ListingContract(IndexView index) {
        this.index = index;
        this.methods = new OperationMethods(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        if (contract.getPaths() != null) {
            contract.getPaths().getPathItems().values().stream()
                    .flatMap(path -> path.getOperations().values().stream())
                    .forEach(operation ->
                            methods.annotation(operation, LISTING).ifPresent(listing -> document(operation, listing)));
        }
    }

    private void document(Operation operation, AnnotationInstance listing) {
        List<String> keys = List.of(listing.value("sortedBy").asStringArray());
        operation.addParameter(OASFactory.createParameter()
                .name(AskedListing.SORT)
                .in(Parameter.In.QUERY)
                .description("By what the items are sorted; with a hyphen before it, from the last to the first.")
                .example(keys.getLast())
                .schema(oneOf(keys.stream()
                                .flatMap(key -> Stream.of(key, "-" + key))
                                .toList())
                        .defaultValue(keys.getFirst())));
        AnnotationValue filters = listing.value("filteredBy");
        if (filters != null) {
            Arrays.stream(filters.asNestedArray()).forEach(filter -> operation.addParameter(parameter(filter)));
        }
    }

    private Parameter parameter(AnnotationInstance filter) {
        Schema value = value(filter);
        AnnotationValue example = filter.value("example");
        Object one = example != null
                ? example.asString()
                : Objects.requireNonNull(value.getEnumeration(), filter + " needs an example")
                        .getFirst();
        return OASFactory.createParameter()
                .name(filter.value("name").asString())
                .in(Parameter.In.QUERY)
                .description(
                        filter.value("description").asString() + " Given several times: any of the values will do.")
                .style(Parameter.Style.FORM)
                .explode(true)
                .example(List.of(one))
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.ARRAY)
                        .maxItems(AskedListing.MOST_VALUES)
                        .items(value));
    }

    private Schema value(AnnotationInstance filter) {
        String kind = filter.valueWithDefault(index, "of").asClass().name().toString();
        ClassInfo type = index.getClassByName(kind);
        if (type != null && type.isEnum()) {
            return oneOf(new ArrayList<>(
                    type.enumConstants().stream().map(ListingContract::written).toList()));
        }
        return switch (kind) {
            case "java.lang.Boolean" ->
                OASFactory.createSchema().addType(Schema.SchemaType.BOOLEAN).enumeration(List.of(true, false));
            case "java.util.UUID" -> text().format("uuid");
            case "java.lang.String" ->
                text().pattern('^' + filter.valueWithDefault(index, "pattern").asString() + '$');
            default -> throw new IllegalStateException("a filter of " + kind + " cannot be read");
        };
    }

    private static String written(FieldInfo constant) {
        AnnotationInstance name = constant.declaredAnnotation(WRITTEN);
        return name == null ? constant.name() : name.value().asString();
    }

    private static Schema oneOf(List<String> values) {
        return text().enumeration(List.copyOf(values));
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
