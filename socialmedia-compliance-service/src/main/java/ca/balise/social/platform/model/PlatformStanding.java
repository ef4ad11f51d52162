package ca.balise.social.platform.model;

import ca.balise.kit.reasoning.Reason;
import ca.balise.kit.reasoning.RuleBook;
import java.util.List;

/**
 * What a platform's reviews are worth to a department, with the reasons (PIN-2021-01 Q2).
 *
 * @param platform the platform
 * @param review how it stands under today's name
 * @param reasons why, and what is left to the department
 * @param warnings codes of what to beware of
 * @param ambiguities the points of the text that mattered
 */
public record PlatformStanding(
        Platform platform,
        PlatformReview review,
        List<Reason> reasons,
        List<String> warnings,
        List<Ambiguity> ambiguities) {

    /** S-A1: the other reading is that a platform under a new name is another platform. */
    public static final String RENAMED_IS_ANOTHER = "S-A1";

    private static final String REVIEW_PREDATES_REBRAND = "REVIEW_PREDATES_REBRAND";
    private static final List<String> REVIEWED =
            List.of("REVIEW_PERFORMED", "NO_OWN_ANALYSES_NEEDED", "CONFIRM_INTERNAL_SUITABILITY");
    private static final List<String> REVIEWED_UNDER_FORMER_NAME = List.of(
            REVIEW_PREDATES_REBRAND, "REVIEW_PERFORMED", "NO_OWN_ANALYSES_NEEDED", "CONFIRM_INTERNAL_SUITABILITY");
    private static final List<String> NOT_REVIEWED = List.of("CONSULT_LEGAL_SERVICES");

    /** Judges a platform by the rules of the book {@code official-accounts}. */
    public static PlatformStanding of(Platform platform, RuleBook rules) {
        PlatformReview review = platform.review();
        return switch (review) {
            case REVIEWED -> new PlatformStanding(platform, review, reasons(rules, REVIEWED), List.of(), List.of());
            case REVIEWED_UNDER_FORMER_NAME ->
                new PlatformStanding(
                        platform,
                        review,
                        reasons(rules, REVIEWED_UNDER_FORMER_NAME),
                        List.of(REVIEW_PREDATES_REBRAND),
                        List.of(whetherARenamedPlatformIsTheSame(rules)));
            case NOT_REVIEWED ->
                new PlatformStanding(platform, review, reasons(rules, NOT_REVIEWED), List.of(), List.of());
        };
    }

    private static List<Reason> reasons(RuleBook rules, List<String> codes) {
        return codes.stream().map(rules::reason).toList();
    }

    /** S-A1: whether X is the platform that was reviewed as Twitter. */
    private static Ambiguity whetherARenamedPlatformIsTheSame(RuleBook rules) {
        var point = rules.ambiguity(RENAMED_IS_ANOTHER);
        return new Ambiguity(point.id(), point.readingAdopted(), point.otherReading(), PlatformReview.NOT_REVIEWED);
    }
}
