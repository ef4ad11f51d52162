package ca.balise.social.department;

import ca.balise.kit.http.conditional.Versioned;
import ca.balise.kit.reasoning.BilingualText;
import ca.balise.social.department.NewDepartment.Abbreviations;
import ca.balise.social.department.model.Department;
import ca.balise.social.department.model.Designation;
import ca.balise.social.department.model.Parent;
import ca.balise.social.department.model.StatusBasis;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A department or a sub-unit on the wire.
 *
 * @param id stable and never reused
 * @param version how many times what is stated of it was changed; its ETag begins with it
 * @param institution code of the institution whose record it is
 * @param name its name
 * @param orgNumber its number in gc-org-info; {@code null} if not known
 * @param abbreviation its abbreviations; {@code null} if it has none
 * @param otherNames other names written for it
 * @param faaSchedules the FAA schedules that list it; empty if none is known
 * @param policyDepartment whether it is a department in the policy's sense; {@code null} if not known
 * @param statusBasis whether the two members before are stated of the body itself or taken from its department
 * @param parent its department, if it is a sub-unit
 */
@Schema(name = "Department")
public record DepartmentBody(
        UUID id,

        @Schema(description = "How many times it was changed.", minimum = "0")
        long version,

        String institution,
        BilingualText name,

        @Schema(description = "Its number in the Government of Canada’s list of organizations. Null: not known.")
        @Nullable
        Integer orgNumber,

        @Schema(description = "Its abbreviations. Null: it has none.") @Nullable
        Abbreviations abbreviation,

        @Schema(description = "Other names that are written for it in lists.")
        List<String> otherNames,

        @Schema(description = "The FAA schedules known to list it. Empty: none is known.")
        List<ScheduleBody> faaSchedules,

        @Schema(description = "Whether it is a department in the policy’s sense. Null: not known.") @Nullable
        Boolean policyDepartment,

        @Schema(
                description =
                        "Whether faaSchedules and policyDepartment are stated of the body itself, or taken from its department (S-A10).")
        StatusBasis statusBasis,

        @Nullable ParentBody parent)
        implements Versioned {

    static DepartmentBody of(Department department) {
        var details = department.details();
        var status = department.status();
        return new DepartmentBody(
                department.id(),
                department.version(),
                details.institution(),
                details.name(),
                details.designation().orgNumber(),
                abbreviation(details.designation()),
                details.designation().otherNames(),
                ScheduleBody.of(status.schedules()),
                status.policyDepartment().toBoolean(),
                status.basis(),
                ParentBody.of(details.parent()));
    }

    private static @Nullable Abbreviations abbreviation(Designation designation) {
        return designation.abbreviationEn() == null && designation.abbreviationFr() == null
                ? null
                : new Abbreviations(designation.abbreviationEn(), designation.abbreviationFr());
    }

    /**
     * The department of a sub-unit.
     *
     * @param id the department
     * @param basis what shows that it is its department
     */
    @Schema(name = "DepartmentParent")
    public record ParentBody(UUID id, String basis) {

        static @Nullable ParentBody of(@Nullable Parent parent) {
            return parent == null ? null : new ParentBody(parent.id(), parent.basis());
        }
    }
}
