package ca.balise.social.retention;

import ca.balise.kit.http.problem.Members;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.reasoning.Facts;
import ca.balise.social.ComplianceProblem;
import ca.balise.social.retention.model.HeldItem;
import ca.balise.social.retention.model.RetentionCase;
import ca.balise.social.retention.model.RetentionFacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes sure of a described record, and says everything that is wrong with it at once. */
@ApplicationScoped
public class CheckRecord {

    private static final int TEXT_LIMIT = 300;
    private static final int LIST_LIMIT = 50;

    /**
     * What a description says, if it holds together.
     *
     * @throws ProblemException 422 with a violation for each member at fault
     */
    public RetentionCase check(@Nullable RetentionRequest described) {
        var members = new Members(ComplianceProblem.INVALID_CASE, CheckRecord.class, "");
        var given = described == null ? new RetentionRequest(null, null) : described;
        LocalDate asOf = members.required("/asOf", given.asOf());
        var stated = members.required("/record", given.record());
        Facts.Builder facts = Facts.builder();
        if (stated != null) {
            facts.asserted(RetentionFacts.KIND, stated.kind())
                    .asserted(RetentionFacts.PURPOSE, stated.purpose())
                    .asserted(RetentionFacts.LAST_ADMINISTRATIVE_USE, stated.lastAdministrativeUse())
                    .asserted(RetentionFacts.STILL_NEEDED, stated.stillNeeded())
                    .asserted(RetentionFacts.NEEDED_UNTIL, stated.neededUntil())
                    .asserted(RetentionFacts.ITEMS, items(stated.items(), members))
                    .asserted(RetentionFacts.LEGAL_HOLD, stated.legalHold())
                    .asserted(RetentionFacts.ACCESS_REQUEST_PENDING, stated.accessRequestPending());
        }
        members.throwIfAny();
        return new RetentionCase(Objects.requireNonNull(asOf), facts.build());
    }

    private static @Nullable List<HeldItem> items(@Nullable List<@Nullable String> given, Members members) {
        if (given == null || !members.atMost("/record/items", given.size(), LIST_LIMIT)) {
            return null;
        }
        List<HeldItem> items = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            items.add(new HeldItem(members.text("/record/items/" + i, given.get(i), TEXT_LIMIT)));
        }
        return List.copyOf(items);
    }
}
