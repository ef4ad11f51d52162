package ca.balise.kit.reasoning;

import java.util.List;

/**
 * Facts that would alter the status, were they known to be otherwise: no fewer of them would.
 *
 * @param facts the facts, by path
 * @param status the status they can lead to
 */
public record Change<S>(List<Fact<?>> facts, S status) {}
