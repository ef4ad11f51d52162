package ca.balise.kit.reasoning;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known of a case: a value and its provenance for each fact known. Whatever is not there is unknown. Immutable. */
public final class Facts {

    private static final Facts NONE = new Facts(Map.of(), null, null, null);

    private final Map<Fact<?>, Known> known;

    // One fact more than another set knows: what a search through what-ifs makes by the hundred.
    private final @Nullable Facts under;
    private final @Nullable Fact<?> over;
    private final @Nullable Object value;

    private Facts(Map<Fact<?>, Known> known, @Nullable Facts under, @Nullable Fact<?> over, @Nullable Object value) {
        this.known = known;
        this.under = under;
        this.over = over;
        this.value = value;
    }

    /** What is known of a fact, and where it comes from. */
    record Known(Object value, Provenance provenance) {}

    /** Nothing is known. */
    public static Facts none() {
        return NONE;
    }

    /** Begins to gather what is known. */
    public static Builder builder() {
        return new Builder();
    }

    /** The value of a fact; {@code null} if it is unknown. */
    @SuppressWarnings("unchecked") // A fact of T is only ever given a T.
    public <T> @Nullable T value(Fact<T> fact) {
        Facts facts = this;
        while (facts.under != null) {
            if (facts.over == fact) {
                return (T) facts.value;
            }
            facts = facts.under;
        }
        Known found = facts.known.get(fact);
        return found == null ? null : (T) found.value();
    }

    /** Where a fact comes from. */
    public Provenance provenance(Fact<?> fact) {
        Facts facts = this;
        while (facts.under != null) {
            if (facts.over == fact) {
                return Provenance.DERIVED;
            }
            facts = facts.under;
        }
        Known found = facts.known.get(fact);
        return found == null ? Provenance.UNKNOWN : found.provenance();
    }

    public boolean knows(Fact<?> fact) {
        return value(fact) != null;
    }

    /** The same case, had this fact that value. */
    public <T> Facts with(Fact<T> fact, T supposed) {
        return new Facts(Map.of(), this, fact, supposed);
    }

    /** Everything known, by path: what is stored and hashed. A what-if is neither, so its suppositions are not in it. */
    public SortedMap<String, Object> byPath() {
        SortedMap<String, Object> byPath = new TreeMap<>();
        knownByPath().forEach((path, given) -> byPath.put(path, given.value()));
        return byPath;
    }

    /** Everything known, in the order of the paths, as it may be shown: without open text. */
    public List<Step.Look> looks() {
        return known.entrySet().stream()
                .map(entry -> new Step.Look(
                        entry.getKey(),
                        entry.getKey().shown(entry.getValue().value()),
                        entry.getValue().provenance()))
                .sorted(Comparator.comparing(look -> look.fact().path()))
                .toList();
    }

    /** The same, each with where it comes from. */
    SortedMap<String, Known> knownByPath() {
        if (under != null) {
            throw new IllegalStateException("a what-if is not kept");
        }
        SortedMap<String, Known> byPath = new TreeMap<>();
        known.forEach((fact, given) -> byPath.put(fact.path(), given));
        return byPath;
    }

    /** Gathers what is known. */
    public static final class Builder {

        private final Map<Fact<?>, Known> known = new HashMap<>();

        private Builder() {}

        /** What the caller says; {@code null} is unknown. */
        public <T> Builder asserted(Fact<T> fact, @Nullable T value) {
            return put(fact, value, Provenance.ASSERTED);
        }

        /** What the service holds on record; {@code null} is unknown. */
        public <T> Builder recorded(Fact<T> fact, @Nullable T value) {
            return put(fact, value, Provenance.RECORDED);
        }

        /** What follows from other facts; {@code null} is unknown. */
        public <T> Builder derived(Fact<T> fact, @Nullable T value) {
            return put(fact, value, Provenance.DERIVED);
        }

        private <T> Builder put(Fact<T> fact, @Nullable T value, Provenance provenance) {
            if (value == null) {
                known.remove(fact);
            } else {
                known.put(fact, new Known(value, provenance));
            }
            return this;
        }

        /** What was kept; of the fact's own type. */
        void putKnown(Fact<?> fact, Object value, Provenance provenance) {
            known.put(fact, new Known(value, provenance));
        }

        public Facts build() {
            return new Facts(new HashMap<>(known), null, null, null);
        }
    }
}
