package ca.balise.social.exchange;

import ca.balise.kit.http.page.Page;
import ca.balise.kit.http.page.PageRequest;
import ca.balise.kit.http.security.Caller;
import ca.balise.social.account.ListAccounts;
import ca.balise.social.account.model.Account;
import ca.balise.social.account.model.AccountLanguage;
import ca.balise.social.account.model.AccountStatus;
import ca.balise.social.department.IndexDepartments;
import ca.balise.social.department.model.DepartmentIndex;
import ca.balise.social.department.model.NamedDepartment;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes the accounts that the caller may see as a list, a page of them at a time; closed ones are left out. */
@ApplicationScoped
public class ExportAccounts {

    private static final int PAGE = 500;

    /** As Canada.ca writes them. */
    private static final Map<AccountLanguage, String> LANGUAGES = Map.of(
            AccountLanguage.ENGLISH,
            "English",
            AccountLanguage.FRENCH,
            "Français",
            AccountLanguage.BILINGUAL,
            "Bilingual");

    private final ListAccounts listAccounts;
    private final IndexDepartments indexDepartments;
    private final ObjectMapper json;

    ExportAccounts(ListAccounts listAccounts, IndexDepartments indexDepartments, ObjectMapper json) {
        this.listAccounts = listAccounts;
        this.indexDepartments = indexDepartments;
        this.json = json;
    }

    private interface Sink {
        void write(Account account, @Nullable NamedDepartment department) throws IOException;
    }

    /** As CSV, in the columns that an import reads. */
    void csv(Caller caller, OutputStream output) throws IOException {
        CsvWriter csv = CsvWriter.builder().build(output);
        List<String> head = new ArrayList<>(AccountList.COLUMNS.needed());
        head.addAll(AccountList.COLUMNS.known());
        csv.writeRecord(head);
        each(caller, (account, department) -> csv.writeRecord(cells(head, account, department)));
        csv.flush();
    }

    private static List<String> cells(List<String> head, Account account, @Nullable NamedDepartment department) {
        var details = account.details();
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        cells.put(AccountList.NAME, details.name());
        cells.put(AccountList.PLATFORM, details.platform());
        cells.put(
                AccountList.DEPARTMENT,
                department == null
                        ? account.statedDepartment()
                        : department.name().en());
        cells.put(AccountList.LANGUAGE, details.language() == null ? null : LANGUAGES.get(details.language()));
        cells.put(AccountList.URL, details.address().url());
        cells.put(AccountList.ORG_NUMBER, department == null ? null : department.orgNumber());
        cells.put(AccountList.WIKIDATA, details.wikidataItem());
        cells.put(AccountList.ADDED, details.addedOn());
        cells.put(AccountList.OURS.get(0), account.id());
        cells.put(AccountList.OURS.get(1), details.institution());
        cells.put(AccountList.OURS.get(2), account.status());
        cells.put(AccountList.OURS.get(3), details.address().handle());
        cells.put(AccountList.OURS.get(4), details.platformAccountKey());
        return head.stream()
                .map(cells::get)
                .map(value -> value == null ? "" : SafeCell.write(value.toString()))
                .toList();
    }

    /** As JSON. */
    void json(Caller caller, OutputStream output) throws IOException {
        JsonGenerator generator = json.createGenerator(output);
        generator.writeStartObject();
        generator.writeArrayFieldStart("accounts");
        each(caller, (account, department) -> write(generator, account, department));
        generator.writeEndArray();
        generator.writeEndObject();
        generator.flush();
    }

    private static void write(JsonGenerator generator, Account account, @Nullable NamedDepartment department)
            throws IOException {
        var details = account.details();
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("id", account.id().toString());
        members.put("institution", details.institution());
        members.put("name", details.name());
        members.put("platform", details.platform());
        members.put(
                "department",
                department == null
                        ? account.statedDepartment()
                        : department.name().en());
        members.put("orgNumber", department == null ? null : department.orgNumber());
        members.put(
                "language",
                details.language() == null ? null : details.language().name());
        members.put("url", details.address().url());
        members.put("handle", details.address().handle());
        members.put("platformAccountKey", details.platformAccountKey());
        members.put("status", account.status().name());
        members.put("wikidataItem", details.wikidataItem());
        members.put(
                "addedOn", details.addedOn() == null ? null : details.addedOn().toString());
        generator.writePOJO(members);
    }

    private void each(Caller caller, Sink sink) throws IOException {
        DepartmentIndex index = await(() -> indexDepartments.index(caller));
        String after = null;
        do {
            PageRequest request = new PageRequest(PAGE, after);
            Page<Account> page = await(() -> listAccounts.list(caller, request));
            for (Account account : page.items()) {
                if (account.status() != AccountStatus.CLOSED) {
                    UUID department = account.details().departmentId();
                    sink.write(account, department == null ? null : index.withId(department));
                }
            }
            after = page.next();
        } while (after != null);
    }

    private static <T> T await(Supplier<Uni<T>> asked) throws IOException {
        try {
            return VertxContextSupport.subscribeAndAwait(asked);
        } catch (IOException | RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IOException(failure);
        }
    }
}
