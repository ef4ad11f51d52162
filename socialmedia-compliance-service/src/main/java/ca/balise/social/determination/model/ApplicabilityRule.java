package ca.balise.social.determination.model;

import static ca.balise.social.determination.model.AccountFacts.FAA_SCHEDULE;
import static ca.balise.social.determination.model.AccountFacts.POLICY_DEPARTMENT;
import static ca.balise.social.determination.model.AccountFacts.STANDS_AS_PARENT;

import ca.balise.kit.reasoning.Inquiry;
import ca.balise.kit.reasoning.Truth;
import ca.balise.kit.reasoning.Verdict;
import ca.balise.social.department.model.FaaSchedule;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * D0: the notice applies to departments in the policy's sense that are listed in schedule I, I.1 or II (§3). Schedules overlap, so one
 * of the three suffices, whatever others list the body too; that no schedule is stated is no proof that none lists it.
 */
final class ApplicabilityRule implements AccountRule {

    private static final Set<FaaSchedule> SUBJECT = EnumSet.of(FaaSchedule.I, FaaSchedule.I_1, FaaSchedule.II);

    private static final List<List<FaaSchedule>> TELLING = List.of(List.of(FaaSchedule.I), List.of(FaaSchedule.III));

    @Override
    public Verdict<AccountConclusion> visit(Inquiry look, Posture posture) {
        Truth policy = look.truth(POLICY_DEPARTMENT);
        Truth listed = isListed(look);
        Truth subject = policy.and(listed);
        return switch (subject) {
            case TRUE -> {
                look.find("D0", Applicability.SUBJECT, "SUBJECT");
                yield Verdict.continues();
            }
            case FALSE -> {
                look.conclude("D0", Applicability.NOT_SUBJECT, "SUBJECT");
                look.mainReason("ACCOUNT_NOT_SUBJECT");
                yield Verdict.concludes(
                        new AccountConclusion(AccountStatus.NOT_SUBJECT, Applicability.NOT_SUBJECT, null));
            }
            case UNKNOWN -> {
                look.conclude("D0", Applicability.INDETERMINATE, "SUBJECT");
                if (listed.isUnknown()) {
                    look.lacks(FAA_SCHEDULE);
                    look.takesOther(OpenPoint.SUB_UNIT_INDETERMINATE);
                }
                if (policy.isUnknown()) {
                    look.lacks(POLICY_DEPARTMENT);
                }
                look.mainReason("APPLICABILITY_UNKNOWN");
                yield Verdict.concludes(
                        new AccountConclusion(AccountStatus.INDETERMINATE, Applicability.INDETERMINATE, null));
            }
        };
    }

    private static Truth isListed(Inquiry look) {
        Truth listed = look.ask(FAA_SCHEDULE, ApplicabilityRule::isListed, TELLING);
        if (!listed.isUnknown() && look.isShown(STANDS_AS_PARENT)) {
            look.find("D0", Truth.TRUE, "SUBJECT_BY_PARENT");
            return look.takesOther(OpenPoint.SUB_UNIT_INDETERMINATE) ? Truth.UNKNOWN : listed;
        }
        return listed;
    }

    private static Truth isListed(@Nullable List<FaaSchedule> schedules) {
        if (schedules == null || schedules.isEmpty()) {
            return Truth.UNKNOWN;
        }
        return Truth.of(schedules.stream().anyMatch(SUBJECT::contains));
    }
}
