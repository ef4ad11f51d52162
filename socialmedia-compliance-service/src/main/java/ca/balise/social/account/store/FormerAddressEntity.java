package ca.balise.social.account.store;

import ca.balise.social.account.model.Account.FormerAddress;
import ca.balise.social.account.model.AccountDetails.Address;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** An address that an account had; added once and never changed. */
@Entity
@Table(name = "account_former_address")
class FormerAddressEntity {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    UUID accountId;
    String institution;
    String url;

    @Nullable
    String handle;

    Instant since;
    Instant until;

    @SuppressWarnings("NullAway.Init") // the columns are not null: the database says so, and fills them
    FormerAddressEntity() {}

    static FormerAddressEntity of(AccountEntity account, Instant until) {
        FormerAddressEntity former = new FormerAddressEntity();
        former.accountId = account.id;
        former.institution = account.institution;
        former.url = account.url;
        former.handle = account.handle;
        former.since = account.addressSince;
        former.until = until;
        return former;
    }

    FormerAddress toModel() {
        return new FormerAddress(new Address(url, handle), since, until);
    }
}
