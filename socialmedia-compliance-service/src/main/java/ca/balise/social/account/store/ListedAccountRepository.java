package ca.balise.social.account.store;

import ca.balise.social.account.model.AccountDetails.Address;
import ca.balise.social.account.model.AccountLanguage;
import ca.balise.social.account.model.AccountMerge.Action;
import ca.balise.social.account.model.AccountMerge.Kept;
import ca.balise.social.account.model.AccountMerge.Plan;
import ca.balise.social.account.model.AccountMerge.Step;
import ca.balise.social.account.model.ListedAccount;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/**
 * Accounts by the thousand, as lists bring them: read in one statement and written in a few, inside the transaction of a use case. An
 * entity each would take as many statements as there are rows.
 */
@ApplicationScoped
public class ListedAccountRepository {

    private static final String COLUMNS = """
            institution text, department_id uuid, stated_department text, platform text, platform_account_key text, name text,
            handle text, url text, language text, wikidata_item text, added_on date""";

    private final ObjectMapper json = new ObjectMapper();

    /**
     * What was written.
     *
     * @param ids the account of each row, by its line
     */
    public record Written(Map<Long, UUID> ids) {}

    /** Lets no other transaction change accounts before this one ends; they can still be read. */
    public Uni<Void> lockAll() {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery("lock table account in share row exclusive mode")
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Every account, in all that a list says of one. */
    public Uni<List<Kept>> kept() {
        return Panache.getSession()
                .flatMap(session -> session.createQuery("from AccountEntity order by id", AccountEntity.class)
                        .setReadOnly(true)
                        .getResultList())
                .map(all -> all.stream().map(ListedAccountRepository::kept).toList());
    }

    private static Kept kept(AccountEntity account) {
        return new Kept(
                account.id,
                new ListedAccount(
                        account.institution,
                        account.departmentId,
                        account.statedDepartment,
                        account.platform,
                        account.platformAccountKey,
                        account.name,
                        new Address(account.url, account.handle),
                        account.language,
                        account.wikidataItem,
                        account.addedOn),
                account.status,
                account.importedVersion != null && account.importedVersion == account.version,
                account.listed);
    }

    /** Writes a plan. */
    public Uni<Written> write(Plan plan, Instant now) {
        Map<Long, UUID> ids = new HashMap<>();
        ArrayNode added = json.createArrayNode();
        ArrayNode changed = json.createArrayNode();
        for (Step step : plan.steps()) {
            UUID id = step.before() == null
                    ? UuidVersion7Strategy.INSTANCE.generateUuid(null)
                    : step.before().id();
            ids.put(step.row().line(), id);
            if (step.action() == Action.ADDED) {
                added.add(row(id, step.row().content()));
            } else if (step.action() == Action.CHANGED || step.action() == Action.RENAMED) {
                changed.add(row(id, step.row().content()));
            }
        }
        UUID[] here = plan.steps().stream()
                .filter(step -> step.before() != null && step.action() != Action.CLOSED)
                .map(step -> Objects.requireNonNull(step.before()).id())
                .toArray(UUID[]::new);
        UUID[] gone = plan.removed().stream().map(Kept::id).toArray(UUID[]::new);
        return keepAddresses(changed, now)
                .chain(() -> change(changed, now))
                .chain(() -> add(added, now))
                .chain(() -> list(here, true))
                .chain(() -> list(gone, false))
                .replaceWith(new Written(Map.copyOf(ids)));
    }

    private ObjectNode row(UUID id, ListedAccount account) {
        AccountLanguage language = account.language();
        LocalDate addedOn = account.addedOn();
        UUID department = account.departmentId();
        return json.createObjectNode()
                .put("id", id.toString())
                .put("institution", account.institution())
                .put("department_id", department == null ? null : department.toString())
                .put("stated_department", account.statedDepartment())
                .put("platform", account.platform())
                .put("platform_account_key", account.platformAccountKey())
                .put("name", account.name())
                .put("handle", account.address().handle())
                .put("url", account.address().url())
                .put("language", language == null ? null : language.name())
                .put("wikidata_item", account.wikidataItem())
                .put("added_on", addedOn == null ? null : addedOn.toString());
    }

    /** Of those whose address is another now. */
    private Uni<?> keepAddresses(ArrayNode rows, Instant now) {
        return run("""
                insert into account_former_address (id, account_id, institution, url, handle, since, until)
                select uuidv7(), a.id, a.institution, a.url, a.handle, a.address_since, :now
                  from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (id uuid, %s)
                  join account a on a.id = r.id
                 where a.url <> r.url""", rows, now);
    }

    private Uni<?> change(ArrayNode rows, Instant now) {
        return run("""
                update account a
                   set institution = r.institution, department_id = r.department_id, stated_department = r.stated_department,
                       platform = r.platform, platform_account_key = r.platform_account_key, name = r.name, handle = r.handle,
                       address_since = case when a.url = r.url then a.address_since else :now end,
                       url = r.url, language = r.language, wikidata_item = r.wikidata_item, added_on = r.added_on,
                       paired_account_id = case when a.institution = r.institution then a.paired_account_id end,
                       version = a.version + 1, imported_version = a.version + 1
                  from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (id uuid, %s)
                 where a.id = r.id""", rows, now);
    }

    /** An account of the list was permitted before: it comes as an existing one. */
    private Uni<?> add(ArrayNode rows, Instant now) {
        return run("""
                with added as (
                    insert into account (id, version, institution, department_id, stated_department, platform,
                                         platform_account_key, name, handle, url, address_since, language, owner_roles, entry,
                                         status, wikidata_item, added_on, registered_at, listed, imported_version)
                    select r.id, 0, r.institution, r.department_id, r.stated_department, r.platform, r.platform_account_key,
                           r.name, r.handle, r.url, :now, r.language, '{}', 'EXISTING', 'ACTIVE', r.wikidata_item, r.added_on,
                           :now, true, 0
                      from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (id uuid, %s)
                    returning id, institution)
                insert into account_status_change (id, account_id, institution, from_status, to_status, changed_at, role)
                select uuidv7(), id, institution, null, 'ACTIVE', :now, null from added""", rows, now);
    }

    /** The rows go as a text: the client would write a string of JSON for what the statement calls JSON. */
    private static Uni<?> run(String statement, ArrayNode rows, Instant now) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : Panache.getSession()
                        .flatMap(session -> session.createNativeQuery(statement.formatted(COLUMNS))
                                .setParameter("rows", rows.toString())
                                .setParameter("now", now)
                                .executeUpdate());
    }

    /** Whether the last list has an account is said of it by lists alone, and so is no change of its own. */
    private static Uni<?> list(UUID[] ids, boolean listed) {
        return ids.length == 0
                ? Uni.createFrom().voidItem()
                : Panache.getSession()
                        .flatMap(session -> session.createNativeQuery(
                                        "update account set listed = :listed where id = any(:ids) and listed <> :listed")
                                .setParameter("ids", ids)
                                .setParameter("listed", listed)
                                .executeUpdate());
    }
}
