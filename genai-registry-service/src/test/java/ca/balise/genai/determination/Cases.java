package ca.balise.genai.determination;

import ca.balise.genai.determination.model.SuspensionCase;
import ca.balise.genai.determination.model.SuspensionConclusion;
import ca.balise.genai.determination.model.SuspensionRules;
import ca.balise.genai.determination.model.SuspensionStatus;
import ca.balise.genai.determination.model.SuspensionTerms;
import ca.balise.genai.measure.model.PublicReport;
import ca.balise.kit.reasoning.Determination;
import ca.balise.kit.reasoning.Readings;
import ca.balise.kit.reasoning.RuleBook;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.List;

/** Cases as callers write them, judged without a server. */
public final class Cases {

    public static final RuleBook BOOK = RuleBook.read(Cases.class, "/rules/suspension.yaml");
    public static final SuspensionRules RULES = new SuspensionRules(BOOK);

    /** The terms as they are registered from the start. */
    public static final SuspensionTerms REGISTERED = new SuspensionTerms(
            null,
            LocalDate.of(2025, 3, 18),
            null,
            null,
            null,
            List.of(new PublicReport(LocalDate.of(2025, 12, 19), "MCN")));

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    private Cases() {}

    /** The case that a request describes. */
    public static SuspensionCase read(JsonNode request) {
        try {
            return new CheckCase().check(JSON.treeToValue(request, DeterminationRequest.class), REGISTERED);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** What the rules say of a request. */
    public static Determination<SuspensionConclusion, SuspensionStatus> determine(JsonNode request) {
        SuspensionCase described = read(request);
        return RULES.determine(described.facts(), Readings.adopted(), described.asOf());
    }

    /**
     * A covered pilot of a ministry on 2025-06-02 that claims nothing, with members set otherwise.
     *
     * @param changes a pointer and the JSON to put there, in turn; {@code "absent"} removes
     */
    public static ObjectNode request(String... changes) {
        try {
            var request = (ObjectNode) JSON.readTree("""
                    {"asOf": "2025-06-02",
                     "measure": {"inForceFrom": "2025-03-13", "inForceNotLaterThan": "2025-03-18",
                                 "conclusionsCommunicatedOn": null},
                     "facts": {"organization": {"kind": "MINISTRY", "subjectToLggriArticle2": true},
                               "system": {"generativeAi": true, "naturalLanguage": true, "primaryPurpose": "CONVERSATION"},
                               "use": {"mode": "INITIATIVE", "scale": "ORGANIZATION", "activities": ["EXPERIMENTATION"]},
                               "exceptions": {}}}""");
            for (int i = 0; i < changes.length; i += 2) {
                int slash = changes[i].lastIndexOf('/');
                var parent = request.withObject(changes[i].substring(0, slash));
                String member = changes[i].substring(slash + 1);
                if (changes[i + 1].equals("absent")) {
                    parent.remove(member);
                } else {
                    parent.set(member, JSON.readTree(changes[i + 1]));
                }
            }
            return request;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
