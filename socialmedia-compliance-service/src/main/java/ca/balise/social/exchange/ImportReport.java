package ca.balise.social.exchange;

import ca.balise.kit.http.language.Language;
import ca.balise.kit.http.language.Messages;
import ca.balise.social.exchange.model.Issue;
import ca.balise.social.exchange.model.IssueCode;
import ca.balise.social.exchange.model.Tally.Sums;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The texts of what there is to say of a row. */
final class ImportReport {

    private static final Messages MESSAGES = Messages.of(ImportReport.class);

    private ImportReport() {}

    static List<IssueBody> issues(Sums sums, Language language) {
        return sums.issues().stream()
                .map(issue -> IssueBody.of(issue, language))
                .toList();
    }

    /**
     * One thing to say of a row.
     *
     * @param line the line of the file
     * @param code what it is
     * @param column where in the row
     * @param message the same in words
     */
    @Schema(name = "ImportIssue")
    public record IssueBody(
            @Schema(description = "The line of the file on which the row begins; the head is on line 1.", minimum = "1")
            long line,

            IssueCode code,

            @Schema(description = "The column. Null: the whole row, or the whole table.") @Nullable
            String column,

            @Schema(description = "In the caller’s language. Never quotes the row.")
            String message) {

        static IssueBody of(Issue issue, Language language) {
            return new IssueBody(
                    issue.line(),
                    issue.code(),
                    issue.column(),
                    language.of(
                            MESSAGES.text(issue.code().name(), issue.figures().toArray())));
        }
    }
}
