package ca.balise.social.exchange.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what became of the rows of a list. Each row is one of three: accepted without a remark; flagged, taken with something that
 * a person should look at; rejected, not taken.
 */
public final class Tally {

    /** Nobody reads more, and a table of nothing but mistakes must not be answered with one many times its size. */
    public static final int MOST_ISSUES = 5_000;

    private final Set<Long> rows = new HashSet<>();
    private final Set<Long> remarked = new HashSet<>();
    private final Set<Long> rejected = new HashSet<>();
    private final List<Issue> issues = new ArrayList<>();
    private int leftOut;

    /** Counts a row. */
    public void row(long line) {
        rows.add(line);
    }

    /** Says something of a row, which is taken all the same. */
    public void flag(long line, IssueCode code, @Nullable String column, Object... figures) {
        remarked.add(line);
        add(new Issue(line, code, column, List.of(figures)));
    }

    /** Says why a row is not taken. */
    public void reject(long line, IssueCode code, @Nullable String column, Object... figures) {
        rejected.add(line);
        add(new Issue(line, code, column, List.of(figures)));
    }

    /** A row that is not taken for what was said before, of the whole table. */
    public void reject(long line) {
        rejected.add(line);
    }

    private void add(Issue issue) {
        if (issues.size() == MOST_ISSUES) {
            leftOut++;
        } else {
            issues.add(issue);
        }
    }

    /** Whether the row is not taken. */
    public boolean isRejected(long line) {
        return rejected.contains(line);
    }

    /** The sums so far, with the issues in the order of their lines. */
    public Sums sums() {
        int refused = (int) rows.stream().filter(rejected::contains).count();
        int flagged = (int) rows.stream()
                .filter(line -> remarked.contains(line) && !rejected.contains(line))
                .count();
        List<Issue> inOrder =
                issues.stream().sorted(Comparator.comparingLong(Issue::line)).toList();
        return new Sums(rows.size(), rows.size() - refused - flagged, flagged, refused, inOrder, leftOut);
    }

    /**
     * What became of the rows: {@code accepted + flagged + rejected = rows}.
     *
     * @param rows rows of the table, without its head and without empty lines
     * @param accepted taken without a remark
     * @param flagged taken with a remark
     * @param rejected not taken
     * @param issues the remarks, up to {@link #MOST_ISSUES}
     * @param issuesLeftOut how many more there are
     */
    public record Sums(int rows, int accepted, int flagged, int rejected, List<Issue> issues, int issuesLeftOut) {

        public Sums {
            issues = List.copyOf(issues);
        }
    }
}
