package ca.balise.genai.determination.model;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.genai.determination.Cases;
import ca.balise.genai.determination.KnownCase;
import ca.balise.kit.reasoning.Readings;
import ca.balise.kit.reasoning.Step;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * How each result is reached, step by step: the shared cases, and cases of ours for what these leave out, some under the other reading of an
 * ambiguity. The traces expected are in {@code traces.txt}: rule, answer, finding, and the facts looked at.
 */
class TraceTest {

    private static final String APPROACH = """
            {"purpose": "EFFICIENCY", "principlesDemonstrated": true,
             "riskManagement": {"organizationalRiskAssessed": true, "privacyAssessed": true, "mitigationImplemented": true},
             "securityOpinion": {"favourable": "CONDITIONAL", "written": true, "unit": "OWN"}, "dataQualityAssured": true,
             "relevance": {"document": "DECISION_NOTE", "addressee": "DI"}, "trainingProvided": true,
             "declaredInCollection": true}""";
    private static final String EARLIER = """
            {"effectiveSince": "2025-03-15", "securityApproval": {"approved": true}, "privacyAssessmentRequired": false,
             "changeScope": "SAME"}""";
    private static final String AUTHORIZATION = """
            {"requestedByOrganization": true, "decidedBy": "DPI", "decision": "AUTHORIZED", "decidedOn": "2025-03-15"}""";
    private static final String INDIVIDUAL = """
            {"mode": "INDIVIDUAL", "personal": true, "consumerVersion": true, "free": true, "availableOutsideOrganization": true,
             "organizationPermitsAccess": %s, "payer": "EMPLOYEE"}""";

    /** A case of ours: what is asked, and the ambiguity read the other way, if any. */
    private record Asked(JsonNode request, String turned) {}

    private static Map<String, Asked> cases() {
        Map<String, Asked> cases = new LinkedHashMap<>();
        KnownCase.all().forEach(known -> cases.put(known.id(), new Asked(known.request(), "")));
        add(cases, "body unknown", "", "/facts/organization", "null");
        add(cases, "system unknown", "", "/facts/system", "null");
        add(cases, "any generative AI", "G-A1", "/facts/system/naturalLanguage", "false");
        add(cases, "natural language on both sides", "G-A2", "/facts/system/primaryPurpose", "\"TASK_ASSISTANCE\"");
        add(cases, "access refused", "", "/facts/use", INDIVIDUAL.formatted("false"));
        add(cases, "access refused is covered", "G-A4", "/facts/use", INDIVIDUAL.formatted("false"));
        add(cases, "access unknown is unknown", "G-A4", "/facts/use", INDIVIDUAL.formatted("null"));
        add(
                cases,
                "conjunct unknown",
                "",
                "/facts/use",
                INDIVIDUAL.formatted("true").replace("\"free\": true", "\"free\": null"));
        add(
                cases,
                "conjunct denied",
                "",
                "/facts/use",
                INDIVIDUAL.formatted("true").replace("\"personal\": true", "\"personal\": false"));
        add(
                cases,
                "free unknown, the body pays",
                "",
                "/facts/use",
                "{\"mode\": \"INDIVIDUAL\", \"personal\": false, \"payer\": \"ORGANIZATION\", \"activities\": []}");
        add(
                cases,
                "paid by the employee",
                "",
                "/facts/use",
                INDIVIDUAL.formatted("true").replace("\"free\": true", "\"free\": false"));
        add(
                cases,
                "paid by the employee is covered",
                "G-A5",
                "/facts/use",
                INDIVIDUAL.formatted("true").replace("\"free\": true", "\"free\": false"));
        add(cases, "payer unknown", "", "/facts/use", "{\"mode\": \"INDIVIDUAL\", \"free\": false}");
        add(cases, "no activity", "", "/facts/use/activities", "[]");
        add(cases, "activity unknown", "", "/facts/use/activities", "null");
        add(cases, "a team outside", "G-A3", "/facts/use/scale", "\"TEAM\"");
        add(cases, "scale unknown", "G-A3", "/facts/use/scale", "null");
        add(
                cases,
                "vendor default",
                "",
                "/facts/use/activities",
                "[]",
                "/facts/use/enabledByVendor",
                "true",
                "/facts/use/leftEnabled",
                "true");
        add(
                cases,
                "vendor default is no effort",
                "G-A15",
                "/facts/use/activities",
                "[]",
                "/facts/use/enabledByVendor",
                "true",
                "/facts/use/leftEnabled",
                "true");
        add(cases, "vendor half known", "", "/facts/use/activities", "[]", "/facts/use/enabledByVendor", "true");
        add(
                cases,
                "team's purchase",
                "",
                "/facts/use/activities",
                "[\"SUBSCRIPTION\"]",
                "/facts/use/scale",
                "\"TEAM\"");
        add(cases, "before the day", "", "/asOf", "\"2025-03-12\"");
        add(cases, "day unknown", "", "/asOf", "\"2025-03-12\"", "/measure/inForceFrom", "null");
        add(cases, "FAQ date", "G-A6", "/asOf", "\"2025-03-12\"", "/measure/inForceFrom", "null");
        add(cases, "replaced", "", "/measure/replacedOn", "\"2025-06-02\"");
        add(cases, "press date", "G-A12", "/asOf", "\"2025-12-19\"");
        add(cases, "another assistant", "", "/facts/exceptions/mcnExperiment", "{\"organizationParticipates\": true}");
        add(cases, "business case of the DI", "", "/facts/exceptions/businessCase", "{\"recommendedBy\": \"DI\"}");
        add(cases, "approach empty", "", "/facts/exceptions/structuredApproach", "{}");
        add(cases, "approach conditional", "", "/facts/exceptions/structuredApproach", APPROACH);
        add(cases, "approach conditional is favourable", "G-A11", "/facts/exceptions/structuredApproach", APPROACH);
        add(
                cases,
                "approach accepted by the MCN",
                "G-A9",
                "/facts/exceptions/structuredApproach",
                APPROACH.replace("CONDITIONAL", "YES"));
        add(
                cases,
                "approach for deployments only",
                "G-A17",
                "/facts/exceptions/structuredApproach",
                APPROACH.replace("CONDITIONAL", "YES"));
        add(
                cases,
                "earlier system in the gap",
                "",
                "/measure/inForceFrom",
                "null",
                "/facts/exceptions/preExisting",
                EARLIER);
        add(
                cases,
                "earlier system by the FAQ date",
                "G-A6",
                "/measure/inForceFrom",
                "null",
                "/facts/exceptions/preExisting",
                EARLIER);
        add(
                cases,
                "earlier system of no day",
                "",
                "/measure/inForceFrom",
                "null",
                "/facts/exceptions/preExisting",
                "{}");
        add(cases, "earlier system unshown", "", "/facts/exceptions/preExisting", "{}");
        add(
                cases,
                "earlier system expanded",
                "",
                "/facts/exceptions/preExisting",
                EARLIER.replace("SAME", "EXPANDED").replace("2025-03-15", "2025-03-01"));
        add(
                cases,
                "earlier system approved late",
                "",
                "/facts/exceptions/preExisting",
                EARLIER.replace("2025-03-15", "2025-03-01").replace("true}", "true, \"approvedOn\": \"2025-03-13\"}"));
        add(
                cases,
                "only new efforts",
                "G-A13",
                "/facts/use/activities",
                "[\"DEPLOYMENT\"]",
                "/facts/exceptions/preExisting",
                "{\"effectiveSince\": \"2025-03-01\"}");
        add(
                cases,
                "authorization in the gap",
                "",
                "/measure/inForceFrom",
                "null",
                "/facts/exceptions/dpiAuthorization",
                AUTHORIZATION);
        add(
                cases,
                "authorization on the day",
                "",
                "/facts/exceptions/dpiAuthorization",
                AUTHORIZATION.replace("03-15", "03-13"));
        add(
                cases,
                "authorization on the day is after",
                "G-A18",
                "/facts/exceptions/dpiAuthorization",
                AUTHORIZATION.replace("03-15", "03-13"));
        add(cases, "authorization pending", "", "/facts/exceptions/dpiAuthorization", "{\"decision\": \"PENDING\"}");
        add(cases, "authorization refused", "", "/facts/exceptions/dpiAuthorization", "{\"decision\": \"REFUSED\"}");
        return cases;
    }

    private static void add(Map<String, Asked> cases, String name, String turned, String... changes) {
        cases.put(name, new Asked(Cases.request(changes), turned));
    }

    @TestFactory
    Stream<DynamicTest> isReachedStepByStep() throws IOException {
        Map<String, List<String>> expected = expected();
        Map<String, Asked> cases = cases();
        assertThat(expected).containsOnlyKeys(cases.keySet());
        return cases.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(),
                        () -> assertThat(steps(entry.getValue())).isEqualTo(expected.get(entry.getKey()))));
    }

    private static List<String> steps(Asked asked) {
        SuspensionCase described = Cases.read(asked.request());
        Readings readings = asked.turned().isEmpty()
                ? Readings.adopted()
                : Readings.adopted().turning(asked.turned());
        var determination = Cases.RULES.determine(described.facts(), readings, described.asOf());
        List<String> steps = new ArrayList<>();
        determination.trace().forEach(step -> steps.add(line(step)));
        steps.add("= " + determination.status() + " "
                + determination.conclusion().reason() + " " + determination.missing());
        return steps;
    }

    private static String line(Step step) {
        return step.rule() + (step.fired() ? "! " : " ") + step.answer() + " "
                + step.finding().code()
                + step.facts().stream().map(look -> " " + look.fact()).collect(Collectors.joining());
    }

    /** Blocks of lines, a name with a # before it and then its steps. */
    private static Map<String, List<String>> expected() throws IOException {
        Map<String, List<String>> traces = new LinkedHashMap<>();
        try (InputStream file = Objects.requireNonNull(TraceTest.class.getResourceAsStream("/traces.txt"))) {
            List<String> block = new ArrayList<>();
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.startsWith("# ")) {
                    block = new ArrayList<>();
                    traces.put(line.substring(2), block);
                } else if (!line.isBlank()) {
                    block.add(line);
                }
            }
        }
        return traces;
    }
}
