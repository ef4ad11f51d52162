package ca.balise.social.exchange;

import ca.balise.kit.http.problem.Members;
import ca.balise.kit.reasoning.BilingualText;
import ca.balise.social.department.model.Designation;
import ca.balise.social.department.model.FaaSchedule;
import ca.balise.social.department.model.ListedDepartment;
import ca.balise.social.exchange.Table.Columns;
import ca.balise.social.exchange.Table.Line;
import ca.balise.social.exchange.model.IssueCode;
import ca.balise.social.exchange.model.Tally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the Government of Canada's list of organizations (gc-org-info): what they hold, and what is wrong with it.
 *
 * @see <a href="https://open.canada.ca/data/en/dataset/57180b34-6b55-4b9a-a5b3-f5b5ffff3ea0">Government of Canada organizations</a>
 */
final class DepartmentList {

    private static final String NUMBER = "gc_orgID";
    private static final String NAME_EN = "harmonized_name";
    private static final String NAME_FR = "nom_harmonisé";
    private static final String ABBREVIATION_EN = "abbreviation";
    private static final String ABBREVIATION_FR = "abreviation";
    private static final String SCHEDULE = "FAA_LGFP";
    private static final String STATUS = "status_statut";
    private static final String INSTITUTION = "institution";
    private static final List<String> OTHER_NAMES =
            List.of("legal_title", "appellation_légale", "preferred_name", "nom_préféré");

    static final Columns COLUMNS = new Columns(
            List.of(NUMBER, NAME_EN, NAME_FR),
            Stream.concat(
                            OTHER_NAMES.stream(),
                            Stream.of(
                                    ABBREVIATION_EN,
                                    ABBREVIATION_FR,
                                    SCHEDULE,
                                    STATUS,
                                    INSTITUTION,
                                    // Whose portfolio it is in, which makes it nobody's sub-unit; and when it ended.
                                    "lead_department",
                                    "ministère_responsable",
                                    "end_date_fin"))
                    .toList());

    /** Spreadsheets make numbers of them: 1.0 is Schedule I, 1.1 Schedule I.1. */
    private static final Map<String, FaaSchedule> SCHEDULES = Map.ofEntries(
            Map.entry("1", FaaSchedule.I),
            Map.entry("1.0", FaaSchedule.I),
            Map.entry("I", FaaSchedule.I),
            Map.entry("1.1", FaaSchedule.I_1),
            Map.entry("I.1", FaaSchedule.I_1),
            Map.entry("2", FaaSchedule.II),
            Map.entry("2.0", FaaSchedule.II),
            Map.entry("II", FaaSchedule.II),
            Map.entry("3", FaaSchedule.III),
            Map.entry("3.0", FaaSchedule.III),
            Map.entry("III", FaaSchedule.III),
            Map.entry("4", FaaSchedule.IV),
            Map.entry("4.0", FaaSchedule.IV),
            Map.entry("IV", FaaSchedule.IV),
            Map.entry("5", FaaSchedule.V),
            Map.entry("5.0", FaaSchedule.V),
            Map.entry("V", FaaSchedule.V));

    private static final Pattern ORG_NUMBER = Pattern.compile("(?<number>[1-9][0-9]{0,5})(?:\\.0)?");
    private static final Pattern CODE = Pattern.compile(Members.CODE_PATTERN);
    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_ABBREVIATION = 32;

    private DepartmentList() {}

    /** The number that a field holds, however a spreadsheet wrote it; {@code null} if it holds none. */
    static @Nullable Integer orgNumber(String field) {
        var number = ORG_NUMBER.matcher(field);
        return number.matches() ? Integer.valueOf(number.group("number")) : null;
    }

    static List<ListedDepartment> read(Table table, Tally tally) {
        List<ListedDepartment> departments = new ArrayList<>();
        Map<Integer, Long> lines = new HashMap<>();
        for (Line line : table.lines()) {
            ListedDepartment department = read(line, tally);
            if (department == null) {
                continue;
            }
            int number = Objects.requireNonNull(department.designation().orgNumber());
            Long before = lines.putIfAbsent(number, line.number());
            if (before == null) {
                departments.add(department);
            } else {
                tally.reject(line.number(), IssueCode.DUPLICATE_ORGANIZATION_NUMBER, NUMBER, before);
            }
        }
        return departments;
    }

    private static @Nullable ListedDepartment read(Line line, Tally tally) {
        Integer number = orgNumber(line.value(NUMBER));
        if (number == null) {
            tally.reject(line.number(), IssueCode.INVALID_ORGANIZATION_NUMBER, NUMBER);
        }
        for (String name : List.of(NAME_EN, NAME_FR)) {
            if (line.value(name).isEmpty()) {
                tally.reject(line.number(), IssueCode.MISSING_VALUE, name);
            }
        }
        String status = line.value(STATUS);
        if (!status.isEmpty() && !status.equals("a")) {
            tally.reject(line.number(), IssueCode.DISSOLVED, STATUS);
        }
        String institution = line.value(INSTITUTION);
        if (!institution.isEmpty() && !CODE.matcher(institution).matches()) {
            tally.reject(line.number(), IssueCode.NOT_PLAIN_TEXT, INSTITUTION);
        }
        Stream.concat(Stream.of(NAME_EN, NAME_FR), OTHER_NAMES.stream())
                .forEach(name -> requireShort(line, name, LONGEST_NAME, tally));
        requireShort(line, ABBREVIATION_EN, LONGEST_ABBREVIATION, tally);
        requireShort(line, ABBREVIATION_FR, LONGEST_ABBREVIATION, tally);
        return tally.isRejected(line.number()) ? null : department(line, number, institution, tally);
    }

    private static ListedDepartment department(Line line, @Nullable Integer number, String institution, Tally tally) {
        BilingualText name = new BilingualText(line.value(NAME_EN), line.value(NAME_FR));
        List<String> others = OTHER_NAMES.stream()
                .map(line::value)
                .filter(other -> !other.isEmpty() && !other.equals(name.en()) && !other.equals(name.fr()))
                .distinct()
                .toList();
        return new ListedDepartment(
                line.number(),
                institution.isEmpty() ? null : institution,
                name,
                new Designation(number, stated(line, ABBREVIATION_EN), stated(line, ABBREVIATION_FR), others),
                schedules(line, tally));
    }

    private static @Nullable String stated(Line line, String column) {
        return line.value(column).isEmpty() ? null : line.value(column);
    }

    private static List<FaaSchedule> schedules(Line line, Tally tally) {
        String stated = line.value(SCHEDULE);
        FaaSchedule schedule = SCHEDULES.get(stated);
        if (schedule == null && !stated.isEmpty()) {
            tally.flag(line.number(), IssueCode.INVALID_SCHEDULE, SCHEDULE);
        }
        return schedule == null ? List.of() : List.of(schedule);
    }

    static void requireShort(Line line, String column, int limit, Tally tally) {
        String value = line.value(column);
        if (value.length() > limit) {
            tally.reject(line.number(), IssueCode.TOO_LONG, column, limit);
        } else if (value.chars().anyMatch(Character::isISOControl)) {
            tally.reject(line.number(), IssueCode.NOT_PLAIN_TEXT, column);
        }
    }
}
