package ca.balise.social.account.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The steps that an account may take and who takes each, as data ({@code rules/account-lifecycle.yaml}).
 *
 * @param entries with which status each way of coming here begins
 * @param steps the steps
 */
public record AccountLifecycle(Map<AccountEntry, AccountStatus> entries, List<Step> steps) {

    /**
     * A step.
     *
     * @param from where it begins
     * @param to where it ends
     * @param by roles of those who may take it
     */
    public record Step(AccountStatus from, AccountStatus to, Set<String> by) {

        public Step {
            by = Set.copyOf(by);
        }
    }

    /** @throws IllegalArgumentException if a way of coming here has no beginning */
    public AccountLifecycle {
        entries = Collections.unmodifiableMap(new EnumMap<>(entries));
        steps = List.copyOf(steps);
        if (entries.size() != AccountEntry.values().length) {
            throw new IllegalArgumentException("an entry without a status");
        }
    }

    /** Where an account that comes so begins. */
    public AccountStatus begin(AccountEntry entry) {
        return Objects.requireNonNull(entries.get(entry));
    }

    /** The steps that an account of this status may take, whoever takes them. */
    public List<Step> from(AccountStatus status) {
        return steps.stream().filter(step -> step.from() == status).toList();
    }
}
