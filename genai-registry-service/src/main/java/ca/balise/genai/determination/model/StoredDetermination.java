package ca.balise.genai.determination.model;

import ca.balise.kit.reasoning.canonical.CanonicalJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import javax.crypto.SecretKey;

/**
 * What is kept of a determination, for good: the case in its one spelling, the rules it was judged by, and what they said. It is never
 * changed; a new judgment is a new one. From the case and the version of the rules everything else follows again.
 *
 * @param input the case, canonical; it holds open text of its institution's, and belongs to it
 * @param inputHash keyed hash of the case, in hexadecimal
 * @param rulesetVersion the version of the rules
 * @param asOf the day judged
 * @param status how the use stood
 * @param reason why
 * @param decidedAt when it was judged
 */
public record StoredDetermination(
        CanonicalJson input,
        String inputHash,
        String rulesetVersion,
        LocalDate asOf,
        SuspensionStatus status,
        ReasonCode reason,
        Instant decidedAt) {

    /** What is kept of a judged case. */
    public static StoredDetermination of(JudgedCase judged) {
        var determination = judged.determination();
        return new StoredDetermination(
                judged.judged().canonical(),
                judged.inputHash(),
                determination.rulesetVersion(),
                determination.asOf(),
                determination.status(),
                determination.conclusion().reason(),
                judged.decidedAt());
    }

    /** Whether the hash is that of the input: an input that was changed afterwards is found out. */
    public boolean isSound(SecretKey key) {
        return HexFormat.of().formatHex(input.keyedHash(key)).equals(inputHash);
    }
}
