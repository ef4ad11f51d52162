package ca.balise.contracts;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.Changed;
import org.openapitools.openapidiff.core.model.ChangedContent;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;
import org.openapitools.openapidiff.core.model.ChangedParameter;
import org.openapitools.openapidiff.core.model.ChangedParameters;
import org.openapitools.openapidiff.core.model.ChangedRequestBody;
import org.openapitools.openapidiff.core.model.ChangedResponse;

/**
 * What a new contract breaks for the callers of the released one: openapi-diff finds the differences, this says of each whether a caller
 * can tell, and where. Beyond what openapi-diff calls incompatible, a break is
 *
 * <ul>
 *   <li>an optional member that a request no longer knows (unknown members are refused) or an answer no longer has;
 *   <li>an answer's member that may now be null, a request's that may no longer be;
 *   <li>another format, another {@code operationId} (the clients' methods are named after it);
 *   <li>a bound where a request had none;
 *   <li>a token asked for where none was;
 *   <li>a role that may no longer call: {@code x-required-roles} lost it, or has come.
 * </ul>
 *
 * An answer's new enum value is a break, since a generated client refuses it; one less is none. Not a break, though openapi-diff says so:
 * an error status that is no longer stated, a longer text in an answer, a body that may now be left out.
 */
public final class Breaks {

    private static final OpenApiDiffOptions OPTIONS = OpenApiDiffOptions.builder()
            .configProperty("incompatible.operation.id.changed", "true")
            .configProperty("incompatible.request.min.length.increased", "true")
            .configProperty("incompatible.response.max.length.increased", "false")
            .configProperty("incompatible.response.min.length.increased", "false")
            .configProperty("incompatible.response.responses.decreased", "false")
            .build();

    private final Set<Break> found = new LinkedHashSet<>();

    /** Whether something of the operation being read is no break here, though openapi-diff says so. */
    private boolean passedOver;

    private Breaks() {}

    /**
     * Compares two contracts.
     *
     * @param released the contract callers have, as YAML or JSON
     * @param current the one they would get
     * @return the breaks, each once
     */
    public static List<Break> between(String released, String current) {
        ChangedOpenApi difference = OpenApiCompare.fromContents(
                PlainReferences.in(released), PlainReferences.in(current), List.of(), OPTIONS);
        Breaks breaks = new Breaks();
        difference
                .getMissingEndpoints()
                .forEach(gone -> breaks.add(name(gone.getMethod(), gone.getPathUrl()), "removed"));
        difference.getChangedOperations().forEach(breaks::read);
        breaks.readCallers(difference.getOldSpecOpenApi(), difference.getNewSpecOpenApi());
        return List.copyOf(breaks.found);
    }

    private void add(String operation, String what) {
        found.add(new Break(operation, what));
    }

    private static String name(HttpMethod method, String path) {
        return method + " " + path;
    }

    // --- one operation -----------------------------------------------------------------------------------------------

    private void read(ChangedOperation changed) {
        String operation = name(changed.getHttpMethod(), changed.getPathUrl());
        int before = found.size();
        passedOver = false;
        if (isIncompatible(changed.getOperationId())) {
            add(operation, "operationId: was " + changed.getOldOperation().getOperationId());
        }
        if (isIncompatible(changed.getSecurityRequirements())) {
            add(operation, "security: asked for otherwise");
        }
        readParameters(operation, changed.getParameters());
        readRequest(operation, changed.getRequestBody());
        if (changed.getApiResponses() != null) {
            changed.getApiResponses().getMissing().keySet().stream()
                    .filter(status -> status.startsWith("2"))
                    .forEach(status -> add(operation, "answer " + status + ": removed"));
            changed.getApiResponses()
                    .getChanged()
                    .forEach((status, answer) -> readAnswer(operation, "answer " + status, answer));
        }
        if (found.size() == before && !passedOver && changed.isIncompatible()) {
            add(operation, "changed in a way openapi-diff calls incompatible");
        }
    }

    private void readParameters(String operation, @Nullable ChangedParameters parameters) {
        if (parameters == null) {
            return;
        }
        parameters.getMissing().forEach(gone -> add(operation, parameter(gone.getIn(), gone.getName()) + ": removed"));
        parameters.getIncreased().stream()
                .filter(added -> Boolean.TRUE.equals(added.getRequired()))
                .forEach(added -> add(operation, parameter(added.getIn(), added.getName()) + ": required, and new"));
        for (ChangedParameter changed : parameters.getChanged()) {
            String place = parameter(changed.getIn(), changed.getName());
            if (changed.isChangeRequired()
                    && Boolean.TRUE.equals(changed.getNewParameter().getRequired())) {
                add(operation, place + ": required");
            }
            if (changed.isCoreChanged().isIncompatible() && !changed.isChangeRequired()) {
                add(operation, place + ": written another way (style, explode or emptiness)");
            }
            schemas(operation).read(place, changed.getSchema());
        }
    }

    private static String parameter(String in, String name) {
        return in + " parameter " + name;
    }

    private void readRequest(String operation, @Nullable ChangedRequestBody body) {
        if (body == null) {
            return;
        }
        if (body.isChangeRequired()) {
            if (body.getNewRequestBody() != null
                    && Boolean.TRUE.equals(body.getNewRequestBody().getRequired())) {
                add(operation, "body: required");
            } else {
                passedOver = true;
            }
        }
        readContent(operation, "body", body.getContent());
    }

    private void readAnswer(String operation, String place, ChangedResponse answer) {
        if (answer.getHeaders() != null) {
            answer.getHeaders().getMissing().keySet().forEach(gone -> add(operation, place + " " + gone + ": removed"));
            answer.getHeaders().getChanged().forEach((name, header) -> {
                if (header.isCoreChanged().isIncompatible()) {
                    add(operation, place + " " + name + ": changed");
                }
                schemas(operation).read(place + " " + name, header.getSchema());
            });
        }
        readContent(operation, place, answer.getContent());
    }

    private void readContent(String operation, String place, @Nullable ChangedContent content) {
        if (content == null) {
            return;
        }
        content.getMissing().keySet().forEach(gone -> add(operation, place + " " + gone + ": removed"));
        content.getChanged()
                .forEach((type, changed) -> schemas(operation).read(place + " " + type, changed.getSchema()));
    }

    private SchemaBreaks schemas(String operation) {
        return new SchemaBreaks(what -> add(operation, what), () -> passedOver = true);
    }

    private static boolean isIncompatible(@Nullable Changed changed) {
        return changed != null && changed.isIncompatible();
    }

    // --- who may call ------------------------------------------------------------------------------------------------

    /** openapi-diff leaves extensions aside, and takes a first security requirement for compatible. */
    private void readCallers(OpenAPI released, OpenAPI current) {
        released.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, before) -> {
                    if (current.getPaths().get(path) == null) {
                        return;
                    }
                    Operation now =
                            current.getPaths().get(path).readOperationsMap().get(method);
                    if (now != null) {
                        if (!asksForToken(before) && asksForToken(now)) {
                            add(name(method, path), "security: asks for a token");
                        }
                        lost(roles(before), roles(now))
                                .forEach(who -> add(name(method, path), "callers: no longer " + who));
                    }
                }));
    }

    private static boolean asksForToken(Operation operation) {
        return operation.getSecurity() != null && !operation.getSecurity().isEmpty();
    }

    private static Collection<String> lost(@Nullable Set<String> before, @Nullable Set<String> now) {
        if (now == null) {
            return List.of();
        }
        if (before == null) {
            return List.of("any but " + now.stream().sorted().collect(Collectors.joining(", ")));
        }
        List<String> lost = new ArrayList<>(before);
        lost.removeAll(now);
        return lost;
    }

    /** The roles that may call; null where no role is asked for. */
    private static @Nullable Set<String> roles(Operation operation) {
        Map<String, Object> extensions = operation.getExtensions();
        if (extensions == null || !(extensions.get("x-required-roles") instanceof Collection<?> roles)) {
            return null;
        }
        return roles.stream().map(Objects::toString).collect(Collectors.toCollection(TreeSet::new));
    }
}
