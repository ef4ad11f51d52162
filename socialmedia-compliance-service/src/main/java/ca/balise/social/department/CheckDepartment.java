package ca.balise.social.department;

import ca.balise.kit.http.problem.Members;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.reasoning.BilingualText;
import ca.balise.kit.reasoning.Truth;
import ca.balise.social.ComplianceProblem;
import ca.balise.social.department.NewDepartment.ParentDepartment;
import ca.balise.social.department.model.DepartmentDetails;
import ca.balise.social.department.model.Designation;
import ca.balise.social.department.model.FaaSchedule;
import ca.balise.social.department.model.Parent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes sure of a described department, and says everything that is wrong with it at once. */
@ApplicationScoped
public class CheckDepartment {

    /** Longer than any applied title, shorter than a text that should be attached. */
    private static final int TEXT_LIMIT = 300;

    private static final int ABBREVIATION_LIMIT = 32;

    /** As many as a body has had in a century, and few enough to look through for each row of a list. */
    private static final int MOST_OTHER_NAMES = 20;

    private static final int LARGEST_ORG_NUMBER = 999_999;

    /**
     * What a description says, if it holds together in itself.
     *
     * @throws ProblemException 422 with a violation for each member at fault
     */
    public DepartmentDetails check(@Nullable NewDepartment described) {
        Members members = members();
        var given = described == null ? new NewDepartment(null, null, null, null, null, null, null, null) : described;
        String institution = members.code("/institution", given.institution());
        var name = given.name() == null ? new NewDepartment.Name(null, null) : given.name();
        String nameEn = members.text("/name/en", name.en(), TEXT_LIMIT);
        String nameFr = members.text("/name/fr", name.fr(), TEXT_LIMIT);
        Designation designation = designation(given, members);
        List<FaaSchedule> schedules = schedules(given.faaSchedules(), members);
        Parent parent = given.parent() == null ? null : parent(given.parent(), members);
        if (given.parent() != null && schedules.isEmpty() && given.policyDepartment() != null) {
            members.fault("/policyDepartment", "INHERITED");
        }
        members.throwIfAny();
        return new DepartmentDetails(
                institution,
                new BilingualText(nameEn, nameFr),
                designation,
                schedules,
                Truth.of(given.policyDepartment()),
                parent);
    }

    private static Members members() {
        return new Members(ComplianceProblem.INVALID_DEPARTMENT, CheckDepartment.class, "");
    }

    /** The problem of one member at fault. */
    ProblemException fault(String pointer, String code) {
        Members members = members();
        members.fault(pointer, code);
        return members.problem();
    }

    private static Designation designation(NewDepartment given, Members members) {
        members.within("/orgNumber", given.orgNumber(), 1, LARGEST_ORG_NUMBER);
        var abbreviation = given.abbreviation();
        String en = abbreviation == null || abbreviation.en() == null
                ? null
                : members.text("/abbreviation/en", abbreviation.en(), ABBREVIATION_LIMIT);
        String fr = abbreviation == null || abbreviation.fr() == null
                ? null
                : members.text("/abbreviation/fr", abbreviation.fr(), ABBREVIATION_LIMIT);
        List<String> otherNames = new ArrayList<>();
        List<@Nullable String> names = given.otherNames() == null ? List.of() : given.otherNames();
        if (members.atMost("/otherNames", names.size(), MOST_OTHER_NAMES)) {
            for (int i = 0; i < names.size(); i++) {
                otherNames.add(members.text("/otherNames/" + i, names.get(i), TEXT_LIMIT));
            }
        }
        return new Designation(
                given.orgNumber(), en, fr, otherNames.stream().distinct().toList());
    }

    private static List<FaaSchedule> schedules(@Nullable List<@Nullable ScheduleBody> given, Members members) {
        List<FaaSchedule> schedules = new ArrayList<>();
        if (given == null || !members.atMost("/faaSchedules", given.size(), FaaSchedule.values().length)) {
            return schedules;
        }
        for (int i = 0; i < given.size(); i++) {
            ScheduleBody schedule = members.required("/faaSchedules/" + i, given.get(i));
            if (schedule != null && schedules.contains(schedule.toModel())) {
                members.fault("/faaSchedules/" + i, "REPEATED");
            } else if (schedule != null) {
                schedules.add(schedule.toModel());
            }
        }
        return schedules;
    }

    private static @Nullable Parent parent(ParentDepartment given, Members members) {
        UUID id = members.required("/parent/id", given.id());
        String basis = members.text("/parent/basis", given.basis(), TEXT_LIMIT);
        return id == null ? null : new Parent(id, basis);
    }
}
