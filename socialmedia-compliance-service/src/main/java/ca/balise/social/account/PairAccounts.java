package ca.balise.social.account;

import ca.balise.kit.store.audit.ChangeRecord;
import ca.balise.social.account.model.Account;
import ca.balise.social.account.model.AccountDetails;
import ca.balise.social.account.model.AccountLanguage;
import ca.balise.social.account.store.AccountRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the English and the French side of an account together, each naming the other, inside the transaction that keeps one of them. */
@ApplicationScoped
class PairAccounts {

    private final AccountRepository accounts;
    private final CheckAccount check;

    PairAccounts(AccountRepository accounts, CheckAccount check) {
        this.accounts = accounts;
        this.check = check;
    }

    /** Goes on only if the pair named, if any, is one that the account may have. */
    Uni<Void> require(@Nullable UUID id, AccountDetails details) {
        UUID with = details.pairedAccountId();
        if (with == null) {
            return Uni.createFrom().voidItem();
        }
        if (with.equals(id)) {
            throw check.fault("/pairedAccountId", "ITSELF");
        }
        return accounts.withIdLocked(with)
                .invoke(found -> requirePair(found, details))
                .replaceWithVoid();
    }

    private void requirePair(Optional<Account> found, AccountDetails details) {
        AccountDetails other = found.map(Account::details)
                .filter(candidate -> candidate.institution().equals(details.institution())
                        && candidate.platform().equals(details.platform()))
                .orElseThrow(() -> check.fault("/pairedAccountId", "UNKNOWN_ACCOUNT"));
        AccountLanguage language = details.language();
        if (language == null || other.language() == null || !language.pairsWith(other.language())) {
            throw check.fault("/pairedAccountId", "NOT_A_PAIR");
        }
    }

    /** Tells the other side, and who was its pair before; and what is recorded of them. */
    Uni<List<ChangeRecord>> pair(Account account) {
        return accounts.pair(account.id(), account.details().pairedAccountId())
                .map(touched -> touched.stream()
                        .map(id -> new ChangeRecord(
                                "account.paired",
                                account.details().institution(),
                                "account",
                                id,
                                Map.of("with", account.id())))
                        .toList());
    }
}
