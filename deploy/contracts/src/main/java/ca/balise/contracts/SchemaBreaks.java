package ca.balise.contracts;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.openapidiff.core.model.Changed;
import org.openapitools.openapidiff.core.model.ChangedSchema;

/** The breaks within a schema, each with the place it is at. See {@link Breaks} for what is one. */
final class SchemaBreaks {

    private final Consumer<String> found;
    private final Runnable passedOver;
    private final Deque<ChangedSchema> within = new ArrayDeque<>();

    /**
     * For the schemas of one operation.
     *
     * @param found is told of each break
     * @param passedOver is told of what openapi-diff calls incompatible and is no break here
     */
    SchemaBreaks(Consumer<String> found, Runnable passedOver) {
        this.found = found;
        this.passedOver = passedOver;
    }

    /**
     * Reads a difference with all that is within it.
     *
     * @param place where the schema is, for example {@code answer 200 application/json}
     */
    void read(String place, @Nullable ChangedSchema changed) {
        if (changed == null || within.contains(changed)) {
            return;
        }
        within.push(changed);
        if (changed.getOldSchema() == null || changed.getNewSchema() == null) {
            // What is free and becomes bound, or the reverse: additional members.
            boolean bound = changed.getContext().isRequest() && changed.getOldSchema() == null;
            if (bound || changed.isIncompatible()) {
                found.accept(place + ": changed");
            }
        } else if (changed.isChangedType()) {
            readKind(place, changed);
        } else {
            readShape(place, changed);
            readMembers(place, changed);
        }
        within.pop();
    }

    /** Another type or format; a request's member whose format is no longer asked for takes what it took. */
    private void readKind(String place, ChangedSchema changed) {
        var before = changed.getOldSchema();
        var now = changed.getNewSchema();
        boolean freed = Objects.equals(before.getType(), now.getType()) && now.getFormat() == null;
        if (freed && changed.getContext().isRequest()) {
            passedOver.run();
            return;
        }
        found.accept(place + ": was "
                + (before.getFormat() == null
                        ? before.getType()
                        : before.getType() + " of the format " + before.getFormat()));
    }

    private void readShape(String place, ChangedSchema changed) {
        var before = changed.getOldSchema();
        var now = changed.getNewSchema();
        boolean asked = changed.getContext().isRequest();
        boolean wasNullable = Boolean.TRUE.equals(before.getNullable());
        boolean isNullable = Boolean.TRUE.equals(now.getNullable());
        if (asked && wasNullable && !isNullable) {
            found.accept(place + ": may no longer be null");
        } else if (!asked && !wasNullable && isNullable) {
            found.accept(place + ": may be null");
        }
        if (isIncompatible(changed.getPattern())) {
            found.accept(place + ": has another pattern");
        }
        if (changed.getEnumeration() != null && changed.getEnumeration().isIncompatible()) {
            List<?> values = asked
                    ? changed.getEnumeration().getMissing()
                    : changed.getEnumeration().getIncreased();
            values.forEach(value -> found.accept(place + (asked ? ": no longer " : ": may be ") + value));
        }
        if (asked) {
            narrower(place, "at most", "characters", before.getMaxLength(), now.getMaxLength(), true);
            narrower(place, "at least", "characters", before.getMinLength(), now.getMinLength(), false);
            narrower(place, "at most", "items", before.getMaxItems(), now.getMaxItems(), true);
            narrower(place, "at least", "items", before.getMinItems(), now.getMinItems(), false);
            narrower(place, "at most", "", before.getMaximum(), now.getMaximum(), true);
            narrower(place, "at least", "", before.getMinimum(), now.getMinimum(), false);
        }
        if (Stream.of(
                        changed.getUniqueItems(),
                        changed.getMultipleOf(),
                        changed.getReadOnly(),
                        changed.getWriteOnly(),
                        changed.getMaxProperties(),
                        changed.getMinProperties())
                .anyMatch(SchemaBreaks::isIncompatible)) {
            found.accept(place + ": narrower");
        }
        if (changed.isDiscriminatorPropertyChanged()) {
            found.accept(place + ": told apart by another member");
        }
    }

    /** openapi-diff passes over most bounds that are new. */
    private void narrower(
            String place, String bound, String unit, @Nullable Number before, @Nullable Number now, boolean upper) {
        if (now == null) {
            return;
        }
        int order = before == null ? 1 : decimal(before).compareTo(decimal(now));
        if (before == null && !upper && decimal(now).signum() == 0 && !unit.isEmpty()) {
            // No text and no list is shorter than nothing.
            return;
        }
        if (before == null || (upper ? order > 0 : order < 0)) {
            found.accept((place + ": " + bound + " " + now + " " + unit).strip());
        }
    }

    private static BigDecimal decimal(Number number) {
        return new BigDecimal(number.toString());
    }

    private void readMembers(String place, ChangedSchema changed) {
        changed.getMissingProperties().keySet().forEach(name -> found.accept(member(place, name) + ": removed"));
        if (changed.getRequired() != null) {
            if (changed.getContext().isRequest()) {
                changed.getRequired().getIncreased().forEach(name -> found.accept(member(place, name) + ": required"));
            } else {
                changed.getRequired().getMissing().stream()
                        .filter(name -> !changed.getMissingProperties().containsKey(name))
                        .forEach(name -> found.accept(member(place, name) + ": may be absent"));
            }
        }
        changed.getChangedProperties().forEach((name, member) -> read(member(place, name), member));
        read(place + "[]", changed.getItems());
        read(place + ".*", changed.getAddProp());
        if (changed.getOneOfSchema() != null) {
            if (changed.getOneOfSchema().isCoreChanged().isIncompatible()) {
                found.accept(place + ": is one of others");
            }
            changed.getOneOfSchema().getChanged().forEach((name, one) -> read(place + "(" + name + ")", one));
        }
    }

    private static String member(String place, String name) {
        if (place.endsWith("[]") || place.contains(", ")) {
            return place + "." + name;
        }
        return place + ", " + name;
    }

    private static boolean isIncompatible(@Nullable Changed changed) {
        return changed != null && changed.isIncompatible();
    }
}
