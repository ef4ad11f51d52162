package ca.balise.kit.http.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/**
 * The Java method behind each operation of a contract, found by its {@code operationId}: what the code says of itself can then be
 * said in the contract, also of a method that a resource inherits.
 */
public final class OperationMethods {

    private static final DotName OPERATION =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.Operation");

    private final IndexView index;
    private final Map<String, List<MethodInfo>> methods;

    public OperationMethods(IndexView index) {
        this.index = index;
        this.methods = index.getAnnotations(OPERATION).stream()
                .filter(operation -> operation.target().kind() == AnnotationTarget.Kind.METHOD)
                .filter(operation -> operation.value("operationId") != null)
                .collect(Collectors.groupingBy(
                        operation -> operation.value("operationId").asString(),
                        Collectors.mapping(operation -> operation.target().asMethod(), Collectors.toList())));
    }

    /** The methods that describe themselves as this operation: one, but for a document that its own rules refuse. */
    public List<MethodInfo> of(Operation operation) {
        return methods.getOrDefault(operation.getOperationId(), List.of());
    }

    /** An annotation of the operation: the nearest of {@link #nearest}. */
    public Optional<AnnotationInstance> annotation(Operation operation, DotName annotation) {
        return nearest(operation, Set.of(annotation));
    }

    /**
     * The annotation that holds where each of several would: one of a method that overrides the operation's before one of its own
     * method, and that before one of a class that inherits it or declares it.
     */
    public Optional<AnnotationInstance> nearest(Operation operation, Set<DotName> annotations) {
        return of(operation).stream()
                .flatMap(method -> Stream.concat(
                        withOverriding(method).flatMap(candidate -> candidate.declaredAnnotations().stream()),
                        withHeirs(method.declaringClass()).flatMap(type -> type.declaredAnnotations().stream())))
                .filter(found -> annotations.contains(found.name()))
                .findFirst();
    }

    /** Whether the operation, or its class, is so annotated. */
    public boolean isAnnotated(Operation operation, Class<?> annotation) {
        return annotation(operation, DotName.createSimple(annotation)).isPresent();
    }

    private Stream<MethodInfo> withOverriding(MethodInfo method) {
        return withHeirs(method.declaringClass())
                .map(type -> type.method(method.name(), method.parameterTypes().toArray(org.jboss.jandex.Type[]::new)))
                .filter(found -> found != null);
    }

    private Stream<ClassInfo> withHeirs(ClassInfo type) {
        return Stream.concat(index.getAllKnownSubclasses(type.name()).stream(), Stream.of(type));
    }
}
