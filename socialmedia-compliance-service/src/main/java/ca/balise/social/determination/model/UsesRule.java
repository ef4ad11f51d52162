package ca.balise.social.determination.model;

import static ca.balise.social.determination.model.AccountFacts.ANALYTICS_AGGREGATED;
import static ca.balise.social.determination.model.AccountFacts.COMMUNICATIONS_PROGRAM;
import static ca.balise.social.determination.model.AccountFacts.USES;

import ca.balise.kit.reasoning.Inquiry;
import ca.balise.kit.reasoning.Truth;
import ca.balise.kit.reasoning.Verdict;
import ca.balise.social.platform.model.CoveredUse;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * D2: four uses are covered, within the communications program, the analysis of data if they are aggregated (Q4); any other is another
 * use (Q5). An account has some use, so that none stated is not known.
 */
final class UsesRule implements AccountRule {

    private static final List<List<Term>> TELLING =
            List.of(AccountFacts.uses(List.of(CoveredUse.DISSEMINATION.name())), AccountFacts.uses(List.of("-")));

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^A-Z0-9]+");

    /** How callers name the « sondage » among the « enquêtes ». */
    private static final Set<String> SURVEY = Set.of("SURVEY", "SURVEYS", "SONDAGE", "SONDAGES");

    /** The word that can mean both, and its other sense. */
    private static final Set<String> SURVEY_OR_INVESTIGATION =
            Set.of("ENQUETE", "ENQUETES", "INVESTIGATION", "INVESTIGATIONS");

    @Override
    public Verdict<AccountConclusion> visit(Inquiry look, Posture posture) {
        List<Term> uses = look.<List<Term>, @Nullable List<Term>>ask(
                USES, given -> given == null || given.isEmpty() ? null : given, TELLING);
        if (uses == null) {
            look.find("D2", Truth.UNKNOWN, "USES_KNOWN");
            posture.leaveOpen(look, USES);
            return Verdict.continues();
        }
        posture.otherUse = Truth.FALSE;
        for (Term use : uses) {
            Truth other = use.isCode() ? isBeyond(look, CoveredUse.valueOf(use.text())) : isOther(look, use.text());
            if (other.isTrue() && !posture.otherUses.contains(use)) {
                posture.otherUses.add(use);
            }
            posture.otherUse = posture.otherUse.or(other);
        }
        if (posture.otherUse.isUnknown()) {
            nameWhatIsUnknown(look, posture, uses);
        }
        return Verdict.continues();
    }

    /** Whether one of the four goes beyond what describes it. */
    private static Truth isBeyond(Inquiry look, CoveredUse use) {
        Truth program = look.truth(COMMUNICATIONS_PROGRAM);
        look.find("D2", program, "WITHIN_COMMUNICATIONS_PROGRAM");
        Truth covered = program;
        if (use == CoveredUse.ACCOUNT_ANALYTICS) {
            covered = covered.and(look.truth(ANALYTICS_AGGREGATED));
        }
        look.find("D2", covered, "USE_" + use);
        if (!covered.isTrue() && look.takesOther(OpenPoint.COVERED_ALL_THE_SAME)) {
            return Truth.FALSE;
        }
        if (covered.isFalse()) {
            look.find("D2", Truth.TRUE, "OTHER_USE");
        }
        return covered.not();
    }

    private static Truth isOther(Inquiry look, String use) {
        Set<String> words = words(use);
        boolean survey = words.stream().anyMatch(SURVEY::contains);
        boolean either = words.stream().anyMatch(SURVEY_OR_INVESTIGATION::contains);
        if ((survey || either) && look.takesOther(OpenPoint.SURVEYS_ARE_OUTREACH) && survey) {
            return Truth.FALSE;
        }
        look.find("D2", Truth.TRUE, "OTHER_USE");
        return Truth.TRUE;
    }

    private static Set<String> words(String text) {
        String plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
        return Set.copyOf(Arrays.asList(BETWEEN_WORDS.split(plain)));
    }

    private static void nameWhatIsUnknown(Inquiry look, Posture posture, List<Term> uses) {
        if (look.truth(COMMUNICATIONS_PROGRAM).isUnknown()) {
            posture.leaveOpen(look, COMMUNICATIONS_PROGRAM);
        }
        boolean analytics = uses.stream().anyMatch(use -> use.text().equals(CoveredUse.ACCOUNT_ANALYTICS.name()));
        if (analytics && look.truth(ANALYTICS_AGGREGATED).isUnknown()) {
            posture.leaveOpen(look, ANALYTICS_AGGREGATED);
        }
    }
}
