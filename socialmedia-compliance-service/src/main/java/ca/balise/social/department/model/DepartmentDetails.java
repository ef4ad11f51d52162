package ca.balise.social.department.model;

import ca.balise.kit.reasoning.BilingualText;
import ca.balise.kit.reasoning.Truth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is stated of a department or sub-unit.
 *
 * @param institution code of the institution whose record it is
 * @param name its name
 * @param designation by what else it is called
 * @param schedules the FAA schedules stated of the body itself; empty if none is
 * @param policyDepartment whether it is a department in the policy's sense, as stated of the body itself
 * @param parent its department, if it is a sub-unit
 */
public record DepartmentDetails(
        String institution,
        BilingualText name,
        Designation designation,
        List<FaaSchedule> schedules,
        Truth policyDepartment,
        @Nullable Parent parent) {

    public DepartmentDetails {
        schedules = List.copyOf(schedules);
    }

    /**
     * Where the body stands: as stated of itself or, for a sub-unit of which no schedule is stated, as its department does. The
     * notice is silent on sub-units; S-A10 is the reading adopted.
     *
     * @param department what is stated of its department; {@code null} if it is no sub-unit
     */
    public Status status(@Nullable DepartmentDetails department) {
        return department != null && inherits()
                ? new Status(department.schedules(), department.policyDepartment(), StatusBasis.INHERITED)
                : new Status(schedules, policyDepartment, StatusBasis.STATED);
    }

    /** Whether it is a sub-unit that states no schedule of its own. */
    public boolean inherits() {
        return parent != null && schedules.isEmpty();
    }
}
