package ca.balise.kit.determination;

import ca.balise.kit.reasoning.Fact;
import java.util.List;

/** Facts on the wire, which are told by their paths. */
public final class FactPaths {

    private FactPaths() {}

    /** The dotted path of each. */
    public static List<String> of(List<Fact<?>> facts) {
        return facts.stream().map(Fact::path).toList();
    }
}
