package ca.balise.social.exchange.store;

import ca.balise.social.exchange.model.AccountImport;
import ca.balise.social.exchange.model.AccountImport.Difference;
import ca.balise.social.exchange.model.AccountImport.Entry;
import ca.balise.social.exchange.model.Issue;
import ca.balise.social.exchange.model.Tally.Sums;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

/** An import of a list of accounts; added once and never changed. */
@Entity
@Table(name = "account_import")
class AccountImportEntity {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    String institution;
    Instant importedAt;

    @Column(name = "rows")
    int rowCount;

    int accepted;
    int flagged;
    int rejected;
    int added;
    int removed;
    int renamed;
    int changed;
    int unchanged;

    @JdbcTypeCode(SqlTypes.JSON)
    String report;

    /** What an import says beside its sums. */
    record Report(List<Issue> issues, int issuesLeftOut, List<Entry> entries, int entriesLeftOut) {}

    @SuppressWarnings("NullAway.Init") // the columns are not null: the database says so, and fills them
    AccountImportEntity() {}

    static AccountImportEntity of(AccountImport made, String institution) {
        AccountImportEntity entity = new AccountImportEntity();
        entity.institution = institution;
        entity.importedAt = made.importedAt();
        Sums sums = made.sums();
        entity.rowCount = sums.rows();
        entity.accepted = sums.accepted();
        entity.flagged = sums.flagged();
        entity.rejected = sums.rejected();
        Difference difference = made.difference();
        entity.added = difference.added();
        entity.removed = difference.removed();
        entity.renamed = difference.renamed();
        entity.changed = difference.changed();
        entity.unchanged = difference.unchanged();
        entity.report = written(
                new Report(sums.issues(), sums.issuesLeftOut(), difference.entries(), difference.entriesLeftOut()));
        return entity;
    }

    AccountImport toModel() {
        Report read = read(report);
        return new AccountImport(
                Objects.requireNonNull(id),
                importedAt,
                new Sums(rowCount, accepted, flagged, rejected, read.issues(), read.issuesLeftOut()),
                new Difference(added, removed, renamed, changed, unchanged, read.entries(), read.entriesLeftOut()));
    }

    private static String written(Report report) {
        try {
            return JSON.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report that is not written", e);
        }
    }

    private static Report read(String report) {
        try {
            return JSON.readValue(report, Report.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report that is not read", e);
        }
    }
}
