package ca.balise.social.determination.model;

import static ca.balise.social.determination.model.AccountFacts.GOVERNMENT_RESPONSIBILITIES;
import static ca.balise.social.determination.model.AccountFacts.HOW_USED;
import static ca.balise.social.determination.model.AccountFacts.INTERNAL_SUITABILITY;
import static ca.balise.social.determination.model.AccountFacts.NOTICE_CURRENT;
import static ca.balise.social.determination.model.AccountFacts.NOTICE_ELEMENTS;
import static ca.balise.social.determination.model.AccountFacts.NOTICE_LANGUAGES;
import static ca.balise.social.determination.model.AccountFacts.NOTICE_PUBLISHED;
import static ca.balise.social.determination.model.AccountFacts.PIBS_REGISTERED;
import static ca.balise.social.determination.model.AccountFacts.WHAT_IS_PERSONAL_INFORMATION;

import ca.balise.kit.reasoning.Fact;
import ca.balise.kit.reasoning.Inquiry;
import ca.balise.kit.reasoning.Truth;
import ca.balise.kit.reasoning.Verdict;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * D3: what every account owes: a published privacy notice (Q3) with its three elements (Q7), current (Q1) and, by a separate rule, in
 * both languages (S-A11); on a reviewed platform the decision that the review suits (Q2); the two standard banks (Q10).
 */
final class EveryAccountRule implements AccountRule {

    private static final String RULE = "D3";

    private static final List<Fact<Boolean>> ELEMENTS =
            List.of(GOVERNMENT_RESPONSIBILITIES, WHAT_IS_PERSONAL_INFORMATION, HOW_USED);

    private static final Map<Fact<Boolean>, String> DUTIES = Map.of(
            GOVERNMENT_RESPONSIBILITIES, "COMPLETE_PRIVACY_NOTICE:governmentResponsibilities",
            WHAT_IS_PERSONAL_INFORMATION, "COMPLETE_PRIVACY_NOTICE:whatIsPersonalInformation",
            HOW_USED, "COMPLETE_PRIVACY_NOTICE:howUsed");

    private static final List<List<NoticeLanguage>> LANGUAGES =
            List.of(List.of(NoticeLanguage.EN, NoticeLanguage.FR), List.of(NoticeLanguage.EN));

    private static final List<List<Term>> BANKS =
            List.of(AccountFacts.banks(List.of("PSU 938", "PSU 914")), AccountFacts.banks(List.of()));

    @Override
    public Verdict<AccountConclusion> visit(Inquiry look, Posture posture) {
        Truth published = look.truth(NOTICE_PUBLISHED);
        posture.require(look, NOTICE_PUBLISHED, "PUBLISH_PRIVACY_NOTICE");
        look.find(RULE, Item.of(published), "NOTICE_PUBLISHED");
        // Of a notice that is not published there is nothing to complete or to update.
        if (!published.isFalse()) {
            elements(look, posture);
            languages(look, posture);
            current(look, posture);
        }
        if (posture.isReviewed()) {
            posture.oweUntilShown(look, INTERNAL_SUITABILITY, "CONFIRM_INTERNAL_SUITABILITY", Gravity.OPEN);
            look.find(RULE, Item.of(look.truth(INTERNAL_SUITABILITY)), "SUITABILITY");
        }
        banks(look, posture);
        return Verdict.continues();
    }

    /** Nothing stated of the elements raises no duty; once one is stated, each of them counts. */
    private static void elements(Inquiry look, Posture posture) {
        if (!look.isShown(NOTICE_ELEMENTS)) {
            return;
        }
        Truth complete = Truth.TRUE;
        for (Fact<Boolean> element : ELEMENTS) {
            posture.require(look, element, Objects.requireNonNull(DUTIES.get(element)));
            complete = complete.and(look.truth(element));
        }
        look.find(RULE, Item.of(complete), "NOTICE_ELEMENT");
    }

    private static void languages(Inquiry look, Posture posture) {
        Truth both = look.ask(NOTICE_LANGUAGES, EveryAccountRule::isInBoth, LANGUAGES);
        if (both.isUnknown()) {
            return;
        }
        if (both.isFalse() && !look.takesOther(OpenPoint.LANGUAGES_ARE_OUTSIDE)) {
            posture.owe(look, "PUBLISH_NOTICE_OTHER_LANGUAGE", Gravity.OPEN);
        }
        look.find(RULE, Item.of(both), "NOTICE_LANGUAGES");
    }

    private static Truth isInBoth(@Nullable List<NoticeLanguage> languages) {
        return languages == null
                ? Truth.UNKNOWN
                : Truth.of(languages.containsAll(Arrays.asList(NoticeLanguage.values())));
    }

    private static void current(Inquiry look, Posture posture) {
        Truth current = look.truth(NOTICE_CURRENT);
        if (current.isUnknown()) {
            return;
        }
        if (current.isFalse()) {
            posture.owe(look, "UPDATE_PRIVACY_NOTICE", Gravity.OPEN);
        }
        look.find(RULE, Item.of(current), "NOTICE_CURRENT");
    }

    private static void banks(Inquiry look, Posture posture) {
        Set<StandardBank> unregistered = look.ask(PIBS_REGISTERED, EveryAccountRule::unregistered, BANKS);
        if (!unregistered.isEmpty() && !look.takesOther(OpenPoint.UNREGISTERED_BANK_IS_NOTHING)) {
            unregistered.forEach(bank -> posture.owe(look, bank.duty(), Gravity.OPEN));
        }
        boolean known = look.known(PIBS_REGISTERED) != null;
        if (!known) {
            look.lacks(PIBS_REGISTERED);
        }
        look.find(RULE, known ? Item.of(Truth.of(unregistered.isEmpty())) : Item.UNKNOWN, "BANKS_REGISTERED");
    }

    /** Whoever relies on a bank has to show that it is registered. */
    private static Set<StandardBank> unregistered(@Nullable List<Term> registered) {
        Set<StandardBank> unregistered = EnumSet.allOf(StandardBank.class);
        if (registered != null) {
            registered.forEach(bank -> StandardBank.of(bank.text()).ifPresent(unregistered::remove));
        }
        return unregistered;
    }
}
