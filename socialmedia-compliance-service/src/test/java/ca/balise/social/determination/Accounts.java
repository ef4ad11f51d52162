package ca.balise.social.determination;

import ca.balise.kit.reasoning.Determination;
import ca.balise.kit.reasoning.Readings;
import ca.balise.kit.reasoning.RuleBook;
import ca.balise.social.determination.model.AccountCase;
import ca.balise.social.determination.model.AccountConclusion;
import ca.balise.social.determination.model.AccountRules;
import ca.balise.social.determination.model.AccountStatus;
import ca.balise.social.determination.model.JudgedAccount;
import ca.balise.social.platform.Catalogue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;

/** Accounts as callers describe them, judged without a server. */
public final class Accounts {

    public static final RuleBook BOOK = RuleBook.read(Accounts.class, "/rules/official-accounts.yaml");
    public static final AccountRules RULES = new AccountRules(BOOK);

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private Accounts() {}

    /** The account that a request describes. */
    public static AccountCase read(JsonNode request) {
        try {
            return new CheckAccount()
                    .check(JSON.treeToValue(request, DeterminationRequest.class), Catalogue.REGISTERED);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** What the rules say of a request. */
    public static Determination<AccountConclusion, AccountStatus> determine(JsonNode request) {
        AccountCase described = read(request);
        return RULES.determine(described.facts(), Readings.adopted(), described.asOf());
    }

    /** What the rules say of a request, as the wire says it. */
    public static JsonNode answer(JsonNode request) {
        return JSON.valueToTree(DeterminationAnswer.of(JudgedAccount.judge(RULES, read(request), "", Instant.EPOCH)));
    }

    /**
     * A new Facebook account of a department, with nothing left to do, with facts set otherwise.
     *
     * @param changes a path below the facts ({@code /department/faaSchedule}) and the JSON to put there, in turn; {@code "absent"}
     *     removes
     */
    public static ObjectNode request(String... changes) {
        try {
            var request = (ObjectNode) JSON.readTree("""
                    {"asOf": "2026-11-02",
                     "facts": {"department": {"faaSchedule": "I", "policyDepartment": true},
                               "platform": "FACEBOOK", "accountState": "NEW", "uses": ["DISSEMINATION"],
                               "personalInformation": ["NAME", "COMMENTS"], "pibsRegistered": ["PSU 938", "PSU 914"],
                               "atipConsulted": true, "noticePublished": true, "principalPublisherPermission": true,
                               "requestFormSubmitted": true, "internalSuitabilityConfirmed": true,
                               "communicationsProgram": true}}""");
            for (int i = 0; i < changes.length; i += 2) {
                String at = "/facts" + changes[i];
                int slash = at.lastIndexOf('/');
                var parent = request.withObject(at.substring(0, slash));
                String member = at.substring(slash + 1);
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
