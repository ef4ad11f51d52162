package ca.balise.social.account.store;

import ca.balise.social.account.model.Account;
import ca.balise.social.account.model.AccountDetails;
import ca.balise.social.account.model.AccountDetails.Address;
import ca.balise.social.account.model.AccountEntry;
import ca.balise.social.account.model.AccountLanguage;
import ca.balise.social.account.model.AccountStatus;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An account as it is today. */
@Entity
@Table(name = "account")
class AccountEntity {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @Version
    int version;

    String institution;

    @Nullable
    UUID departmentId;

    @Nullable
    String statedDepartment;

    String platform;

    @Nullable
    String platformAccountKey;

    String name;

    @Nullable
    String handle;

    String url;
    Instant addressSince;

    @Enumerated(EnumType.STRING)
    @Nullable
    AccountLanguage language;

    @Nullable
    UUID pairedAccountId;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> ownerRoles;

    @Enumerated(EnumType.STRING)
    AccountEntry entry;

    @Enumerated(EnumType.STRING)
    AccountStatus status;

    @Nullable
    String wikidataItem;

    @Nullable
    LocalDate addedOn;

    Instant registeredAt;
    boolean listed;

    @Nullable
    Integer importedVersion;

    @SuppressWarnings("NullAway.Init") // the columns are not null: the database says so, and fills them
    AccountEntity() {}

    static AccountEntity of(AccountDetails details, AccountEntry entry, AccountStatus status, Instant now) {
        AccountEntity entity = new AccountEntity();
        entity.entry = entry;
        entity.status = status;
        entity.registeredAt = now;
        entity.addressSince = now;
        entity.become(details);
        return entity;
    }

    /** Takes over what is stated. */
    void become(AccountDetails details) {
        institution = details.institution();
        departmentId = details.departmentId();
        if (departmentId != null) {
            statedDepartment = null;
        }
        platform = details.platform();
        platformAccountKey = details.platformAccountKey();
        name = details.name();
        handle = details.address().handle();
        url = details.address().url();
        language = details.language();
        pairedAccountId = details.pairedAccountId();
        ownerRoles = details.ownerRoles();
        wikidataItem = details.wikidataItem();
        addedOn = details.addedOn();
    }

    Account toModel(List<FormerAddressEntity> formerAddresses, List<StatusChangeEntity> statusChanges) {
        return new Account(
                id,
                version,
                new AccountDetails(
                        institution,
                        departmentId,
                        platform,
                        platformAccountKey,
                        name,
                        new Address(url, handle),
                        language,
                        pairedAccountId,
                        ownerRoles,
                        wikidataItem,
                        addedOn),
                entry,
                status,
                registeredAt,
                addressSince,
                formerAddresses.stream().map(FormerAddressEntity::toModel).toList(),
                statusChanges.stream().map(StatusChangeEntity::toModel).toList(),
                listed,
                statedDepartment);
    }
}
