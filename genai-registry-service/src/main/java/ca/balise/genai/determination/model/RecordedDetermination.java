package ca.balise.genai.determination.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A determination that is kept for good: what was known, the rules it was judged by, and what they said. It is never changed; a new
 * judgment is a new one.
 *
 * @param id stable and never reused
 * @param institution code of the institution whose record it is
 * @param asOf the day judged
 * @param knownAt the moment of which the facts are what was known
 * @param rulesetVersion the version of the rules
 * @param status how the use stood
 * @param reason why
 * @param judged the case; empty if the key that its facts are sealed with is not given any more
 * @param inputHash keyed hash of the case
 * @param answer what was answered, as it was written on the wire
 * @param decidedAt when it was judged
 */
public record RecordedDetermination(
        UUID id,
        String institution,
        LocalDate asOf,
        Instant knownAt,
        String rulesetVersion,
        SuspensionStatus status,
        ReasonCode reason,
        Optional<SuspensionCase> judged,
        String inputHash,
        String answer,
        Instant decidedAt) {}
