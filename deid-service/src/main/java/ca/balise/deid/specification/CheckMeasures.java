package ca.balise.deid.specification;

import ca.balise.deid.intake.model.Role;
import ca.balise.deid.intake.model.Variable;
import ca.balise.deid.specification.Specification.ClosenessChoice;
import ca.balise.deid.specification.Specification.Measures;
import ca.balise.deid.specification.Specification.UpTo;
import ca.balise.deid.specification.model.Closeness;
import ca.balise.deid.specification.model.Closeness.Distance;
import ca.balise.deid.specification.model.MeasureChoices;
import ca.balise.deid.specification.model.MissingValues;
import ca.balise.deid.specification.model.Sample;
import ca.balise.kit.http.problem.Members;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes sure of what is to be measured beyond the sizes. */
final class CheckMeasures {

    private static final String AT = "/measures";
    private static final Measures NONE = new Measures(null, null, null, null);
    private static final int LARGEST_SIZE = 62;
    private static final double LARGEST_C = 1e6;

    /** Values of an order or a hierarchy; the specification that holds them is read whole into memory. */
    private static final int VALUE_LIMIT = 10_000;

    private static final int LEVEL_LIMIT = 20;

    private final List<Variable> variables;
    private final Members members;

    CheckMeasures(List<Variable> variables, Members members) {
        this.variables = variables;
        this.members = members;
    }

    MeasureChoices check(Specification specification, Sample sample) {
        Measures measures = Objects.requireNonNullElse(specification.measures(), NONE);
        return new MeasureChoices(
                Objects.requireNonNullElse(specification.missingValues(), MissingValues.OWN_CATEGORY),
                sample,
                size(AT + "/combinations", measures.combinations()),
                size(AT + "/specialUniques", measures.specialUniques()),
                recursiveC(measures.recursiveC()),
                closeness(measures.closeness()));
    }

    private @Nullable Integer size(String at, @Nullable UpTo upTo) {
        if (upTo == null) {
            return null;
        }
        Integer size = members.required(at + "/maximumSize", upTo.maximumSize());
        if (size != null && (size < 1 || size > LARGEST_SIZE)) {
            members.fault(at + "/maximumSize", "SIZE_OUT_OF_RANGE", LARGEST_SIZE);
        }
        return size;
    }

    private double recursiveC(@Nullable Double c) {
        if (c == null) {
            return MeasureChoices.DEFAULT_C;
        }
        if (!(c > 0 && c <= LARGEST_C)) {
            members.fault(AT + "/recursiveC", "CONSTANT_OUT_OF_RANGE", LARGEST_C);
        }
        return c;
    }

    private Map<String, Closeness> closeness(@Nullable List<@Nullable ClosenessChoice> choices) {
        Map<String, Closeness> byVariable = new HashMap<>();
        if (choices == null || !members.atMost(AT + "/closeness", choices.size(), variables.size())) {
            return byVariable;
        }
        for (int i = 0; i < choices.size(); i++) {
            String at = AT + "/closeness/" + i;
            ClosenessChoice choice = choices.get(i);
            String name = members.required(at + "/variable", choice == null ? null : choice.variable());
            Distance distance = members.required(at + "/distance", choice == null ? null : choice.distance());
            if (choice == null || name == null || distance == null) {
                continue;
            }
            if (variables.stream().noneMatch(known -> known.name().equals(name) && known.role() == Role.SENSITIVE)) {
                members.fault(at + "/variable", "NOT_SENSITIVE");
            }
            if (byVariable.put(name, closeness(at, distance, choice)) != null) {
                members.fault(at + "/variable", "VARIABLE_DUPLICATE");
            }
        }
        return byVariable;
    }

    private Closeness closeness(String at, Distance distance, ClosenessChoice choice) {
        if (choice.order() != null && distance != Distance.ORDERED) {
            members.fault(at + "/order", "NOT_OF_THIS_DISTANCE", distance);
        }
        if (choice.hierarchy() != null && distance != Distance.HIERARCHICAL) {
            members.fault(at + "/hierarchy", "NOT_OF_THIS_DISTANCE", distance);
        }
        return switch (distance) {
            case EQUAL -> new Closeness.Equal();
            case NUMERIC -> new Closeness.Numeric();
            case ORDERED -> new Closeness.Ordered(order(at + "/order", choice.order()));
            case HIERARCHICAL -> hierarchical(at + "/hierarchy", choice.hierarchy());
        };
    }

    private List<String> order(String at, @Nullable List<@Nullable String> order) {
        if (order == null || !members.atMost(at, order.size(), VALUE_LIMIT)) {
            return List.of();
        }
        List<String> values = texts(order);
        if (new HashSet<>(values).size() < values.size()) {
            members.fault(at, "VALUE_DUPLICATE");
        }
        return values;
    }

    /** A value that is null is missing, as it is in rows. */
    private static List<String> texts(List<@Nullable String> values) {
        return values.stream()
                .map(value -> Objects.requireNonNullElse(value, ""))
                .toList();
    }

    private Closeness hierarchical(String at, @Nullable List<@Nullable List<@Nullable String>> hierarchy) {
        List<@Nullable List<@Nullable String>> rows = members.required(at, hierarchy);
        if (rows == null || !members.atMost(at, rows.size(), VALUE_LIMIT)) {
            return new Closeness.Equal();
        }
        Map<String, List<String>> ancestors = new HashMap<>();
        Set<String> tops = new HashSet<>();
        int length = rows.isEmpty()
                ? 0
                : Objects.requireNonNullElse(rows.getFirst(), List.of()).size();
        for (int i = 0; i < rows.size(); i++) {
            List<String> row = texts(Objects.requireNonNullElse(rows.get(i), List.of()));
            if (row.isEmpty() || row.size() != length || row.size() > LEVEL_LIMIT) {
                members.fault(at + "/" + i, "HIERARCHY_UNEVEN", LEVEL_LIMIT);
            } else if (ancestors.put(row.getFirst(), row.subList(1, length)) != null) {
                members.fault(at + "/" + i, "VALUE_DUPLICATE");
            } else {
                tops.add(row.getLast());
            }
        }
        if (ancestors.isEmpty()) {
            members.required(at, null);
        }
        boolean rooted = length > 1 && tops.size() == 1;
        ancestors.replaceAll((value, path) -> rooted ? path.subList(0, length - 2) : path);
        return new Closeness.Hierarchical(ancestors);
    }
}
