package ca.balise.acceptance.conformance;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Somewhere to ask, and who asks there: a service, or the door in front of it.
 *
 * @param name what the report calls it
 * @param callers everybody who has a token for it
 */
record Party(String name, URI address, List<Caller> callers, Wire wire) {

    Answer send(Request request) {
        return wire.send(address, request);
    }

    /** Those who may call an operation: all, if the contract does not say. */
    List<Caller> entitled(ApiOperation operation) {
        Optional<Set<String>> roles = operation.anyCaller() ? Optional.empty() : operation.roles();
        return callers.stream()
                .filter(caller -> roles.isEmpty() || caller.holdsOneOf(roles.get()))
                .toList();
    }

    /**
     * Who calls an operation on a record of an institution: somebody of it, else somebody who sees all.
     *
     * @param institution whose record it is; {@code null}: nobody's
     */
    Caller callerOf(ApiOperation operation, String institution) {
        if (operation.isPublic()) {
            return null;
        }
        List<Caller> entitled = entitled(operation);
        return entitled.stream()
                .filter(caller -> institution == null
                        ? !caller.isCentral()
                        : caller.institution().equals(institution))
                .findFirst()
                .or(() -> entitled.stream().filter(Caller::isCentral).findFirst())
                .or(() -> institution == null ? entitled.stream().findFirst() : Optional.empty())
                .orElseThrow(() -> new Untriable(
                        "no caller may " + operation + (institution == null ? "" : " on a record of " + institution)));
    }

    /** Those of other institutions with a right role, who see only their own. */
    List<Caller> strangers(ApiOperation operation, String institution) {
        return entitled(operation).stream()
                .filter(caller -> !caller.isCentral() && !caller.institution().equals(institution))
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
