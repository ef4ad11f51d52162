package ca.balise.social.determination.model;

import ca.balise.kit.reasoning.Fact;
import ca.balise.kit.reasoning.Inquiry;
import ca.balise.kit.reasoning.Truth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is noted of one account while the rules go through it. */
final class Posture {

    private final Set<Gravity> open = EnumSet.noneOf(Gravity.class);
    private boolean unknown;

    /** D1. */
    ReviewResult review = ReviewResult.INDETERMINATE;

    /** D2: whether any use is other than the four. */
    Truth otherUse = Truth.UNKNOWN;

    /** D2: the uses that are known to be other. */
    final List<Term> otherUses = new ArrayList<>();

    @Nullable
    AccountState state;

    /** D4: what the platform calls for. */
    @Nullable
    LegalAnalysis platformAnalysis;

    /** D5: whether another use leaves a privacy impact assessment possible. */
    Truth piaForOtherUse = Truth.UNKNOWN;

    @Nullable
    ProtocolResult protocol;

    /** D6, D7. */
    final Map<String, SecondaryUseResult> secondaryUses = new LinkedHashMap<>();

    /** D8. */
    PiaResult pia = PiaResult.MAY_BE_REQUIRED;

    boolean isNew() {
        return state == AccountState.NEW;
    }

    boolean isReviewed() {
        return review == ReviewResult.REVIEWED || review == ReviewResult.REVIEWED_UNDER_FORMER_NAME;
    }

    boolean hasInconsistentSecondaryUse() {
        return secondaryUses.containsValue(SecondaryUseResult.NOT_CONSISTENT);
    }

    /** An item is open. */
    void owe(Inquiry look, String duty, Gravity gravity) {
        look.duty(duty);
        open.add(gravity);
    }

    /** An item is open until a fact is known to hold; whoever relies on the fact has to show it. */
    void oweUntilShown(Inquiry look, Fact<Boolean> fact, String duty, Gravity gravity) {
        Truth shown = look.truth(fact);
        if (!shown.isTrue()) {
            owe(look, duty, gravity);
        }
        if (shown.isUnknown()) {
            look.lacks(fact);
        }
    }

    /** A mandatory item: known to be missing it is an open one, and not known it leaves the account undetermined. */
    void require(Inquiry look, Fact<Boolean> fact, String duty) {
        switch (look.truth(fact)) {
            case TRUE -> {}
            case FALSE -> owe(look, duty, Gravity.MISSING);
            case UNKNOWN -> leaveOpen(look, fact);
        }
    }

    /** The answer depends on a fact that is not known. */
    void leaveOpen(Inquiry look, Fact<?> fact) {
        unknown = true;
        look.lacks(fact);
    }

    boolean lacksSomethingMandatory() {
        return open.contains(Gravity.MISSING);
    }

    boolean lacksSomethingDueBeforeUse() {
        return open.contains(Gravity.DUE_BEFORE_USE);
    }

    boolean isUndetermined() {
        return unknown;
    }

    boolean hasOpenItems() {
        return !open.isEmpty();
    }
}
