package ca.balise.social.determination.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the rules conclude of an account.
 *
 * @param status the one word
 * @param applicability whether the notice applies
 * @param results what else they say; {@code null} where the notice does not apply, or that is not known
 */
public record AccountConclusion(
        AccountStatus status,
        Applicability applicability,
        @Nullable Results results) {

    /**
     * What the rules say of an account to which the notice applies.
     *
     * @param platformReview how its platform stands
     * @param pia how a privacy impact assessment stands
     * @param legalAnalysis what analyses it calls for; never empty
     * @param collectionConsent whether collecting needs consent
     * @param privacyProtocol whether a privacy protocol is an option; {@code null} if it is none
     * @param secondaryUse each secondary use, as stated, with how it stands
     */
    public record Results(
            ReviewResult platformReview,
            PiaResult pia,
            List<LegalAnalysis> legalAnalysis,
            ConsentResult collectionConsent,
            @Nullable ProtocolResult privacyProtocol,
            Map<String, SecondaryUseResult> secondaryUse) {}
}
