package ca.balise.social.department.model;

import ca.balise.kit.reasoning.BilingualText;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A department as a list of organizations has it.
 *
 * @param line where in the list
 * @param institution code of the institution that the list gives it; {@code null} if it gives none
 * @param name its name
 * @param designation its number, which every one has, its abbreviations and other names
 * @param schedules the FAA schedules that the list says it is in
 */
public record ListedDepartment(
        long line,
        @Nullable String institution,
        BilingualText name,
        Designation designation,
        List<FaaSchedule> schedules) {

    public ListedDepartment {
        schedules = List.copyOf(schedules);
    }

    /** What the list says, of a department of which other things are stated too: those stay, and so do other names added by hand. */
    DepartmentDetails over(DepartmentDetails known) {
        return new DepartmentDetails(
                known.institution(),
                name,
                new Designation(
                        designation.orgNumber(),
                        designation.abbreviationEn(),
                        designation.abbreviationFr(),
                        allNames(known)),
                schedules,
                known.policyDepartment(),
                known.parent());
    }

    /** What the list says of what was not known; nothing that was is changed. */
    DepartmentDetails under(DepartmentDetails known) {
        Designation own = known.designation();
        return new DepartmentDetails(
                known.institution(),
                known.name(),
                new Designation(
                        own.orgNumber() == null ? designation.orgNumber() : own.orgNumber(),
                        own.abbreviationEn() == null ? designation.abbreviationEn() : own.abbreviationEn(),
                        own.abbreviationFr() == null ? designation.abbreviationFr() : own.abbreviationFr(),
                        allNames(known)),
                known.schedules(),
                known.policyDepartment(),
                known.parent());
    }

    private List<String> allNames(DepartmentDetails known) {
        return Stream.concat(known.designation().otherNames().stream(), designation.otherNames().stream())
                .distinct()
                .toList();
    }
}
