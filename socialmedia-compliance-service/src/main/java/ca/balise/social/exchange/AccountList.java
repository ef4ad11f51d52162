package ca.balise.social.exchange;

import ca.balise.social.account.model.AccountDetails.Address;
import ca.balise.social.account.model.AccountLanguage;
import ca.balise.social.account.model.AccountMerge.Row;
import ca.balise.social.account.model.ListedAccount;
import ca.balise.social.department.model.DepartmentIndex;
import ca.balise.social.department.model.NamedDepartment;
import ca.balise.social.department.model.OrganizationMatch;
import ca.balise.social.department.model.OrganizationMatch.Contradicted;
import ca.balise.social.department.model.OrganizationMatch.Found;
import ca.balise.social.department.model.OrganizationMatch.FoundByVariant;
import ca.balise.social.department.model.OrganizationMatch.NumberUnknown;
import ca.balise.social.department.model.OrganizationMatch.Unknown;
import ca.balise.social.exchange.Table.Columns;
import ca.balise.social.exchange.Table.Line;
import ca.balise.social.exchange.model.IssueCode;
import ca.balise.social.exchange.model.Tally;
import ca.balise.social.platform.RecognizeAddress;
import ca.balise.social.platform.model.AccountAddress;
import ca.balise.social.platform.model.AccountAddress.Elsewhere;
import ca.balise.social.platform.model.AccountAddress.Recognized;
import ca.balise.social.platform.model.AccountAddress.Refused;
import ca.balise.social.platform.model.PlatformNames.Meant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The columns of Canada.ca's list of official accounts: what they hold, and what is wrong with it. */
final class AccountList {

    static final String NAME = "Account";
    static final String PLATFORM = "Platform";
    static final String DEPARTMENT = "Department";
    static final String LANGUAGE = "Language";
    static final String URL = "URL";
    static final String ORG_NUMBER = "gc_orgID";
    static final String WIKIDATA = "wikidata_id";
    static final String ADDED = "Date Added";

    /** What an export adds; an import does not read it. */
    static final List<String> OURS = List.of("Balise id", "Institution", "Status", "Handle", "Platform account key");

    static final Columns COLUMNS = new Columns(
            List.of(NAME, PLATFORM, DEPARTMENT, LANGUAGE, URL),
            java.util.stream.Stream.concat(java.util.stream.Stream.of(ORG_NUMBER, WIKIDATA, ADDED), OURS.stream())
                    .toList());

    private static final Map<String, AccountLanguage> LANGUAGES = Map.of(
            "english", AccountLanguage.ENGLISH,
            "anglais", AccountLanguage.ENGLISH,
            "french", AccountLanguage.FRENCH,
            "français", AccountLanguage.FRENCH,
            "francais", AccountLanguage.FRENCH,
            "bilingual", AccountLanguage.BILINGUAL,
            "bilingue", AccountLanguage.BILINGUAL);

    private static final Pattern WIKIDATA_ITEM = Pattern.compile("Q[1-9][0-9]{0,11}");
    private static final int LONGEST_NAME = 300;

    private final RecognizeAddress recognize;
    private final DepartmentIndex departments;
    private final String holder;
    private final Tally tally;

    /**
     * @param holder the institution that holds accounts without a department
     * @param tally hears of what is wrong
     */
    AccountList(RecognizeAddress recognize, DepartmentIndex departments, String holder, Tally tally) {
        this.recognize = recognize;
        this.departments = departments;
        this.holder = holder;
        this.tally = tally;
    }

    /** The rows that are taken; each account once. */
    List<Row> read(Table table) {
        List<Row> rows = new ArrayList<>();
        Map<String, Long> lines = new HashMap<>();
        for (Line line : table.lines()) {
            ListedAccount account = read(line);
            if (account == null) {
                continue;
            }
            Long before = lines.putIfAbsent(account.address().url(), line.number());
            if (before == null) {
                rows.add(new Row(line.number(), account));
            } else {
                tally.reject(line.number(), IssueCode.DUPLICATE_URL, URL, before);
            }
        }
        return rows;
    }

    private @Nullable ListedAccount read(Line line) {
        if (line.value(NAME).isEmpty()) {
            tally.reject(line.number(), IssueCode.MISSING_VALUE, NAME);
        }
        DepartmentList.requireShort(line, NAME, LONGEST_NAME, tally);
        DepartmentList.requireShort(line, DEPARTMENT, LONGEST_NAME, tally);
        Located located = locate(line);
        if (located == null || tally.isRejected(line.number())) {
            return null;
        }
        NamedDepartment department = department(line);
        String stated = line.value(DEPARTMENT);
        return new ListedAccount(
                department == null ? holder : department.institution(),
                department == null ? null : department.id(),
                department == null && !stated.isEmpty() ? stated : null,
                located.platform(),
                located.key(),
                line.value(NAME),
                located.address(),
                language(line),
                wikidataItem(line),
                addedOn(line));
    }

    /** Where an account is. */
    private record Located(
            String platform, Address address, @Nullable String key) {}

    /** The address says on which platform an account is; what the list calls the platform is checked against it. */
    private @Nullable Located locate(Line line) {
        String named = line.value(PLATFORM);
        Meant meant = recognize.platformNamed(named).orElse(null);
        AccountAddress address = recognize.recognize(line.value(URL));
        return switch (address) {
            case Refused refused -> {
                tally.reject(
                        line.number(),
                        IssueCode.INVALID_URL,
                        URL,
                        refused.fault().name());
                if (meant == null) {
                    tally.reject(line.number(), IssueCode.UNKNOWN_PLATFORM, PLATFORM);
                }
                yield null;
            }
            case Recognized found -> {
                tellPlatform(line, meant, found.platform());
                tellScheme(line, found.schemeAdded());
                yield new Located(found.platform(), new Address(found.url(), found.handle()), found.immutableId());
            }
            case Elsewhere found -> elsewhere(line, meant, found);
        };
    }

    private @Nullable Located elsewhere(Line line, @Nullable Meant meant, Elsewhere found) {
        if (meant == null) {
            tally.reject(line.number(), IssueCode.UNKNOWN_PLATFORM, PLATFORM);
            return null;
        }
        if (recognize.hasHosts(meant.code()) && !recognize.isFederated(meant.code())) {
            tally.reject(line.number(), IssueCode.INVALID_URL, URL, "HOST_OF_NO_PLATFORM");
            return null;
        }
        tellScheme(line, found.schemeAdded());
        return new Located(meant.code(), new Address(found.url(), null), null);
    }

    private void tellPlatform(Line line, @Nullable Meant meant, String found) {
        if (meant == null) {
            tally.flag(line.number(), IssueCode.UNKNOWN_PLATFORM, PLATFORM);
        } else if (!meant.code().equals(found)) {
            tally.flag(line.number(), IssueCode.PLATFORM_URL_MISMATCH, URL, found);
        } else if (!meant.exact()) {
            tally.flag(line.number(), IssueCode.PLATFORM_NAME_VARIANT, PLATFORM, found);
        }
    }

    private void tellScheme(Line line, boolean added) {
        if (added) {
            tally.flag(line.number(), IssueCode.URL_SCHEME_ADDED, URL);
        }
    }

    private @Nullable NamedDepartment department(Line line) {
        String stated = line.value(ORG_NUMBER);
        Integer number = DepartmentList.orgNumber(stated);
        if (number == null && !stated.isEmpty()) {
            tally.flag(line.number(), IssueCode.INVALID_ORGANIZATION_NUMBER, ORG_NUMBER);
        }
        OrganizationMatch match = departments.match(line.value(DEPARTMENT), number);
        switch (match) {
            case Found _ -> {
                // Nothing to say.
            }
            case FoundByVariant _ -> tally.flag(line.number(), IssueCode.ORGANIZATION_NAME_VARIANT, DEPARTMENT);
            case Contradicted _ -> tally.flag(line.number(), IssueCode.ORGANIZATION_NAME_ID_MISMATCH, ORG_NUMBER);
            case NumberUnknown _ -> tally.flag(line.number(), IssueCode.UNKNOWN_ORGANIZATION_NUMBER, ORG_NUMBER);
            case Unknown _ -> tally.flag(line.number(), IssueCode.UNKNOWN_ORGANIZATION, DEPARTMENT);
        }
        return match.department();
    }

    private @Nullable AccountLanguage language(Line line) {
        String stated = line.value(LANGUAGE);
        AccountLanguage language = LANGUAGES.get(stated.toLowerCase(Locale.ROOT));
        if (language == null) {
            tally.flag(line.number(), IssueCode.UNKNOWN_LANGUAGE, LANGUAGE);
        }
        return language;
    }

    private @Nullable String wikidataItem(Line line) {
        String stated = line.value(WIKIDATA);
        if (stated.isEmpty()) {
            return null;
        }
        if (!WIKIDATA_ITEM.matcher(stated).matches()) {
            tally.flag(line.number(), IssueCode.INVALID_WIKIDATA_ITEM, WIKIDATA);
            return null;
        }
        return stated;
    }

    private @Nullable LocalDate addedOn(Line line) {
        String stated = line.value(ADDED);
        if (stated.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(stated);
        } catch (DateTimeParseException noDate) {
            tally.flag(line.number(), IssueCode.INVALID_DATE, ADDED);
            return null;
        }
    }
}
