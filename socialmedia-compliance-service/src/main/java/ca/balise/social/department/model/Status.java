package ca.balise.social.department.model;

import ca.balise.kit.reasoning.Truth;
import java.util.List;

/**
 * Where a body stands for PIN-2021-01 §3.
 *
 * @param schedules the FAA schedules that are known to list it, in their order; empty if none is known
 * @param policyDepartment whether it is a department as the Policy on Communications and Federal Identity defines one
 * @param basis whether it is stated of the body itself or taken from its department
 */
public record Status(List<FaaSchedule> schedules, Truth policyDepartment, StatusBasis basis) {

    public Status {
        schedules = schedules.stream().sorted().distinct().toList();
    }
}
