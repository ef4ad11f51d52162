package ca.balise.social.account.model;

import ca.balise.social.account.model.ListedAccount.Likeness;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a list changes among the accounts. It adds what is new and follows what changed in it, but never overwrites what somebody
 * changed by hand since: that is told and left. It neither closes an account that it no longer has nor opens a closed one again. An
 * account that is gone from it and one that came, alike in all but the address and alone in that, are taken for one whose handle was
 * renamed; that is told, being an inference.
 */
public final class AccountMerge {

    private AccountMerge() {}

    /** What is done for a row. */
    public enum Action {
        /** A new account. */
        ADDED,
        /** Nothing: it is as the list says. */
        UNCHANGED,
        /** The account becomes what the list says. */
        CHANGED,
        /** The same under another address: the former one is kept. */
        RENAMED,
        /** Nothing: somebody changed it by hand, and the list says something else. */
        KEPT,
        /** Nothing: it is closed. */
        CLOSED
    }

    /**
     * An account as it is kept.
     *
     * @param id its id
     * @param content all that a list says of one
     * @param status how far it is
     * @param followsList whether nobody changed it since a list did
     * @param listed whether the last list had it
     */
    public record Kept(UUID id, ListedAccount content, AccountStatus status, boolean followsList, boolean listed) {}

    /**
     * A row.
     *
     * @param line where in the list
     * @param content what it says
     */
    public record Row(long line, ListedAccount content) {}

    /**
     * What is done for a row.
     *
     * @param row the row
     * @param action what
     * @param before the account as it was; {@code null} if it is new
     */
    public record Step(Row row, Action action, @Nullable Kept before) {}

    /**
     * What a list changes.
     *
     * @param steps one for each row
     * @param removed accounts that the last list had and this one has not
     */
    public record Plan(List<Step> steps, List<Kept> removed) {

        public Plan {
            steps = List.copyOf(steps);
            removed = List.copyOf(removed);
        }

        /** Whether anything has to be written. */
        public boolean changesNothing() {
            return removed.isEmpty()
                    && steps.stream()
                            .allMatch(step -> step.before() != null
                                    && step.before().listed()
                                    && step.action() != Action.CHANGED
                                    && step.action() != Action.RENAMED);
        }

        /** How many rows end so. */
        public int count(Action action) {
            return (int) steps.stream().filter(step -> step.action() == action).count();
        }
    }

    /**
     * The plan.
     *
     * @param accounts every account
     * @param rows the rows, no two of which have the same address
     */
    public static Plan plan(List<Kept> accounts, List<Row> rows) {
        Map<String, Kept> live = new HashMap<>();
        Map<String, Kept> closed = new HashMap<>();
        accounts.forEach(account -> (account.status() == AccountStatus.CLOSED ? closed : live)
                .put(account.content().address().url(), account));
        Set<UUID> seen = new HashSet<>();
        rows.forEach(row -> {
            Kept known = live.get(row.content().address().url());
            if (known != null) {
                seen.add(known.id());
            }
        });
        List<Kept> gone = accounts.stream()
                .filter(account ->
                        account.listed() && account.status() != AccountStatus.CLOSED && !seen.contains(account.id()))
                .toList();
        Map<Likeness, Kept> renamable =
                alone(gone.stream().filter(Kept::followsList).toList(), Kept::content);
        Map<Likeness, Row> newcomers = alone(
                rows.stream()
                        .filter(row -> !live.containsKey(row.content().address().url())
                                && !closed.containsKey(row.content().address().url()))
                        .toList(),
                Row::content);
        List<Step> steps = new ArrayList<>();
        Set<UUID> renamed = new HashSet<>();
        for (Row row : rows) {
            String url = row.content().address().url();
            Kept known = live.get(url);
            Kept former = renamable.get(row.content().likeness());
            if (known != null) {
                steps.add(new Step(row, action(known, row.content()), known));
            } else if (closed.containsKey(url)) {
                steps.add(new Step(row, Action.CLOSED, closed.get(url)));
            } else if (former != null && row.equals(newcomers.get(row.content().likeness()))) {
                renamed.add(former.id());
                steps.add(new Step(row, Action.RENAMED, former));
            } else {
                steps.add(new Step(row, Action.ADDED, null));
            }
        }
        return new Plan(
                steps,
                gone.stream().filter(account -> !renamed.contains(account.id())).toList());
    }

    private static Action action(Kept known, ListedAccount listed) {
        if (listed.saysTheSameAs(known.content())) {
            return Action.UNCHANGED;
        }
        return known.followsList() ? Action.CHANGED : Action.KEPT;
    }

    /** Those that no other is like. */
    private static <T> Map<Likeness, T> alone(List<T> all, java.util.function.Function<T, ListedAccount> content) {
        Map<Likeness, List<T>> alike = new HashMap<>();
        all.forEach(one -> alike.computeIfAbsent(content.apply(one).likeness(), _ -> new ArrayList<>())
                .add(one));
        Map<Likeness, T> alone = new HashMap<>();
        alike.forEach((likeness, those) -> {
            if (those.size() == 1) {
                alone.put(likeness, Objects.requireNonNull(those.getFirst()));
            }
        });
        return alone;
    }
}
