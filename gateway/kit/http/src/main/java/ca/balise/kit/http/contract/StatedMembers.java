package ca.balise.kit.http.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * Says in the contract what the records say in Java: a component marked {@code @Nullable} may be null, and every member of an
 * answer is there. Members of a request are left as they are declared, since a caller may leave some out.
 */
@OpenApiFilter(stages = RunStage.BUILD)
public class StatedMembers implements OASFilter {

    private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");
    private static final DotName OMITTED_WHERE_NULL =
            DotName.createSimple("com.fasterxml.jackson.annotation.JsonInclude");
    private static final DotName SCHEMA =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");

    private final IndexView index;

    public StatedMembers(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        if (contract.getComponents() == null || contract.getComponents().getSchemas() == null) {
            return;
        }
        Map<String, Schema> schemas = contract.getComponents().getSchemas();
        Set<String> asked = schemasOfRequests(contract, schemas);
        Map<String, List<ClassInfo>> records = recordsByName();
        schemas.forEach((name, schema) -> records.getOrDefault(name, List.of()).stream()
                .filter(type -> hasTheMembersOf(schema, type))
                .forEach(type -> state(type, schema, schemas, !asked.contains(name))));
    }

    private static void state(ClassInfo type, Schema schema, Map<String, Schema> schemas, boolean answered) {
        boolean omitsNulls = type.hasDeclaredAnnotation(OMITTED_WHERE_NULL);
        for (RecordComponentInfo component : type.recordComponents()) {
            Schema member = Objects.requireNonNull(schema.getProperties().get(component.name()));
            boolean nullable = component.type().hasAnnotation(NULLABLE);
            // A member that a request must have is nullable in Java only so that its absence can be told with a
            // pointer.
            boolean demanded = !answered && isRequired(schema, component);
            if (nullable && !omitsNulls && !demanded) {
                schema.addProperty(component.name(), orNull(member, schemas));
            }
            if (answered && !isRequired(schema, component) && !(nullable && omitsNulls)) {
                schema.addRequired(component.name());
            }
        }
    }

    private static boolean isRequired(Schema schema, RecordComponentInfo component) {
        return schema.getRequired() != null && schema.getRequired().contains(component.name());
    }

    /**
     * The member, or null. A reference cannot say so of itself, and a union with the null type comes out of the step down to OpenAPI
     * 3.0 as a member that is always null; the type of what is referred to, and null, comes out right.
     */
    private static Schema orNull(Schema member, Map<String, Schema> schemas) {
        if (member.getRef() == null) {
            return member.addType(Schema.SchemaType.NULL);
        }
        Schema referred = Objects.requireNonNull(schemas.get(schemaName(member)));
        Schema stated = OASFactory.createSchema()
                .addAllOf(OASFactory.createSchema().ref(member.getRef()))
                .description(member.getDescription());
        referred.getType().forEach(stated::addType);
        return stated.addType(Schema.SchemaType.NULL);
    }

    private static String schemaName(Schema reference) {
        return reference.getRef().substring(reference.getRef().lastIndexOf('/') + 1);
    }

    private Map<String, List<ClassInfo>> recordsByName() {
        return index.getKnownClasses().stream()
                .filter(ClassInfo::isRecord)
                .collect(Collectors.groupingBy(StatedMembers::nameOf));
    }

    /** A wire record may share its name with a record of a model, but not its members. */
    private static boolean hasTheMembersOf(Schema schema, ClassInfo type) {
        return schema.getProperties() != null
                && type.recordComponents().stream()
                        .map(RecordComponentInfo::name)
                        .collect(Collectors.toSet())
                        .equals(schema.getProperties().keySet());
    }

    private static String nameOf(ClassInfo type) {
        AnnotationInstance schema = type.declaredAnnotation(SCHEMA);
        AnnotationValue name = schema == null ? null : schema.value("name");
        return name == null ? type.simpleName() : name.asString();
    }

    private static Set<String> schemasOfRequests(OpenAPI contract, Map<String, Schema> schemas) {
        Set<String> names = new TreeSet<>();
        if (contract.getPaths() != null) {
            contract.getPaths().getPathItems().values().stream()
                    .flatMap(path -> path.getOperations().values().stream())
                    .filter(operation -> operation.getRequestBody() != null)
                    .forEach(operation -> collect(operation.getRequestBody().getContent(), schemas, names));
        }
        return names;
    }

    private static void collect(@Nullable Content content, Map<String, Schema> schemas, Set<String> names) {
        if (content != null) {
            content.getMediaTypes().values().forEach(type -> collect(type.getSchema(), schemas, names));
        }
    }

    private static void collect(@Nullable Schema schema, Map<String, Schema> schemas, Set<String> names) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null) {
            String name = schemaName(schema);
            if (names.add(name)) {
                collect(schemas.get(name), schemas, names);
            }
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(member -> collect(member, schemas, names));
        }
        collect(schema.getItems(), schemas, names);
        collect(schema.getAdditionalPropertiesSchema(), schemas, names);
        for (List<Schema> parts :
                List.of(orEmpty(schema.getAllOf()), orEmpty(schema.getAnyOf()), orEmpty(schema.getOneOf()))) {
            parts.forEach(part -> collect(part, schemas, names));
        }
    }

    private static List<Schema> orEmpty(@Nullable List<Schema> parts) {
        return parts == null ? List.of() : parts;
    }
}
