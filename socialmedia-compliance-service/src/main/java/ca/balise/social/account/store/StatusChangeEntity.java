package ca.balise.social.account.store;

import ca.balise.social.account.model.Account.StatusChange;
import ca.balise.social.account.model.AccountStatus;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** A step that an account took; added once and never changed. */
@Entity
@Table(name = "account_status_change")
class StatusChangeEntity {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    UUID accountId;
    String institution;

    @Enumerated(EnumType.STRING)
    @Nullable
    AccountStatus fromStatus;

    @Enumerated(EnumType.STRING)
    AccountStatus toStatus;

    Instant changedAt;

    @Nullable
    String role;

    @SuppressWarnings("NullAway.Init") // the columns are not null: the database says so, and fills them
    StatusChangeEntity() {}

    static StatusChangeEntity of(
            AccountEntity account, @Nullable AccountStatus from, Instant now, @Nullable String role) {
        StatusChangeEntity change = new StatusChangeEntity();
        change.accountId = account.id;
        change.institution = account.institution;
        change.fromStatus = from;
        change.toStatus = account.status;
        change.changedAt = now;
        change.role = role;
        return change;
    }

    StatusChange toModel() {
        return new StatusChange(fromStatus, toStatus, changedAt, role);
    }
}
