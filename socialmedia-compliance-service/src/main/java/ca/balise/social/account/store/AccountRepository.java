package ca.balise.social.account.store;

import ca.balise.kit.http.page.Page;
import ca.balise.kit.http.page.PageRequest;
import ca.balise.kit.store.Keyset;
import ca.balise.kit.store.RowLock;
import ca.balise.social.account.model.Account;
import ca.balise.social.account.model.AccountDetails;
import ca.balise.social.account.model.AccountEntry;
import ca.balise.social.account.model.AccountLanguage;
import ca.balise.social.account.model.AccountStatus;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Reads, adds and changes accounts, inside the transaction of a use case, which decides whose are seen. */
@ApplicationScoped
public class AccountRepository implements PanacheRepositoryBase<AccountEntity, UUID> {

    /** In the order of registration: ids are in the order of time. */
    private static final Keyset<AccountEntity, UUID> ACCOUNTS = new Keyset<AccountEntity, UUID>(
                    "accounts", "from AccountEntity a", "a.id", account -> account.id, UUID::fromString)
            .sortedBy("platform", "a.platform", account -> account.platform, Function.identity())
            .sortedBy("institution", "a.institution", account -> account.institution, Function.identity())
            .filteredBy("institution", "a.institution = ?", Function.identity())
            .filteredBy("departmentId", "a.departmentId = ?", UUID::fromString)
            .filteredBy("platform", "a.platform = ?", Function.identity())
            .filteredBy("status", "a.status = ?", AccountStatus::valueOf)
            .filteredBy("language", "a.language = ?", AccountLanguage::valueOf)
            .filteredBy("listed", "a.listed = ?", Boolean::valueOf)
            .filteredBy(
                    "url",
                    "(a.url = ? or exists (select 1 from FormerAddressEntity f where f.accountId = a.id and f.url = ?))",
                    Function.identity());

    /** A page of accounts. */
    public Uni<Page<Account>> list(PageRequest request) {
        return ACCOUNTS.page(this, request)
                .flatMap(page -> models(page.items()).map(models -> {
                    Iterator<Account> next = models.iterator();
                    return page.map(_ -> next.next());
                }));
    }

    /** The account with this id. */
    public Uni<Optional<Account>> withId(UUID id) {
        return findById(id)
                .flatMap(entity -> entity == null
                        ? Uni.createFrom().item(Optional.empty())
                        : models(List.of(entity)).map(models -> Optional.of(models.getFirst())));
    }

    /** The same, which nobody else changes before this transaction ends; with others that stay as they are as long. */
    public Uni<Optional<Account>> withIdLocked(UUID id, UUID... others) {
        UUID[] all = Stream.concat(Stream.of(id), Stream.of(others)).toArray(UUID[]::new);
        return RowLock.on("account", all).chain(() -> withId(id));
    }

    /** With what each was before, in two statements for all of them. */
    private Uni<List<Account>> models(List<AccountEntity> accounts) {
        List<UUID> ids = accounts.stream().map(account -> account.id).toList();
        return getSession()
                .flatMap(session -> rows(
                                session,
                                "from FormerAddressEntity where accountId in :ids order by until desc, id desc",
                                ids,
                                FormerAddressEntity.class)
                        .flatMap(former -> rows(
                                        session,
                                        "from StatusChangeEntity where accountId in :ids order by changedAt, id",
                                        ids,
                                        StatusChangeEntity.class)
                                .map(changes -> {
                                    Map<UUID, List<FormerAddressEntity>> addresses =
                                            former.stream().collect(Collectors.groupingBy(row -> row.accountId));
                                    Map<UUID, List<StatusChangeEntity>> steps =
                                            changes.stream().collect(Collectors.groupingBy(row -> row.accountId));
                                    return accounts.stream()
                                            .map(account -> account.toModel(
                                                    addresses.getOrDefault(account.id, List.of()),
                                                    steps.getOrDefault(account.id, List.of())))
                                            .toList();
                                })));
    }

    private static <T> Uni<List<T>> rows(Mutiny.Session session, String query, List<UUID> ids, Class<T> type) {
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : session.createQuery(query, type).setParameter("ids", ids).getResultList();
    }

    /** Adds an account; it gets its id here. */
    public Uni<Account> add(
            AccountDetails details, AccountEntry entry, AccountStatus status, Instant now, @Nullable String role) {
        return persist(AccountEntity.of(details, entry, status, now))
                .call(this::flush)
                .flatMap(added -> keep(StatusChangeEntity.of(added, null, now, role))
                        .map(change -> added.toModel(List.of(), List.of(change))));
    }

    /** Replaces what is stated of an account that {@link #withIdLocked} found, and keeps its address if it has another now. */
    public Uni<Account> replace(UUID id, AccountDetails details, Instant now) {
        return findById(id)
                .call(account -> {
                    boolean moved = !account.url.equals(details.address().url());
                    // A row of another institution than its account's could not be added; this one follows the account.
                    Uni<?> kept = moved
                            ? keep(FormerAddressEntity.of(account, now))
                            : Uni.createFrom().voidItem();
                    return kept.invoke(() -> {
                        account.become(details);
                        if (moved) {
                            account.addressSince = now;
                        }
                    });
                })
                .call(this::flush)
                .flatMap(account -> models(List.of(account)).map(models -> models.getFirst()));
    }

    /** Takes an account that {@link #withIdLocked} found a step further. */
    public Uni<Account> move(UUID id, AccountStatus to, Instant now, String role) {
        return findById(id)
                .call(account -> {
                    AccountStatus from = account.status;
                    account.status = to;
                    return keep(StatusChangeEntity.of(account, from, now, role));
                })
                .call(this::flush)
                .flatMap(account -> models(List.of(account)).map(models -> models.getFirst()));
    }

    /** Makes each of two accounts the other's pair, and nobody's but the other's. Whoever was one before is alone now, and returned. */
    public Uni<List<UUID>> pair(UUID id, @Nullable UUID with) {
        List<UUID> both = with == null ? List.of(id) : List.of(id, with);
        return find("(pairedAccountId in ?1 or id in ?1)", both)
                .<AccountEntity>list()
                .map(touched -> touched.stream()
                        .filter(account -> {
                            UUID wanted = account.id.equals(id) ? with : account.id.equals(with) ? id : null;
                            boolean differs = !java.util.Objects.equals(account.pairedAccountId, wanted);
                            account.pairedAccountId = wanted;
                            return differs && !account.id.equals(id);
                        })
                        .map(account -> account.id)
                        .toList())
                .call(this::flush);
    }

    private <T> Uni<T> keep(T row) {
        return getSession()
                .flatMap(session -> session.persist(row).chain(session::flush).replaceWith(row));
    }
}
