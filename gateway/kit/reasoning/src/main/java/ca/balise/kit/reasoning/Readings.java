package ca.balise.kit.reasoning;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How each {@link Ambiguity} is read. The adopted reading of all of them, unless some are turned over. Immutable. */
public final class Readings {

    private static final Readings ADOPTED = new Readings(Set.of());

    private final Set<String> turned;

    private Readings(Set<String> turned) {
        this.turned = turned;
    }

    /** The reading adopted of every ambiguity: the one on which answers rest. */
    public static Readings adopted() {
        return ADOPTED;
    }

    /** The same readings with one ambiguity read the other way. */
    public Readings turning(String ambiguity) {
        return new Readings(
                turned.contains(ambiguity)
                        ? turned.stream().filter(id -> !id.equals(ambiguity)).collect(Collectors.toUnmodifiableSet())
                        : Stream.concat(turned.stream(), Stream.of(ambiguity)).collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether this ambiguity is read the way that was not adopted. */
    public boolean takeOther(String ambiguity) {
        return turned.contains(ambiguity);
    }
}
