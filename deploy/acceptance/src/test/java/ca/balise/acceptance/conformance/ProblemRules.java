package ca.balise.acceptance.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a service says no: RFC 9457, in the caller's language, and nothing of its insides. */
final class ProblemRules {

    private static final Pattern URN = Pattern.compile("urn:[a-z0-9][a-z0-9-]{0,31}:\\S+");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]+");

    /** Traces, class names, SQL and pages of a server. */
    private static final Pattern INSIDES = Pattern.compile(
            "\\bat [\\w.$]+\\([\\w.]+(:\\d+)?\\)|\\b(java|javax|jakarta|io|org|com|ca)(\\.[a-z_]\\w*)+\\.[A-Z]\\w+"
                    + "|\\w+(Exception|Error)\\b[:(]|(?i)\\b(select|insert|update|delete) .{1,80}\\b(from|into|set)\\b.*(\\$1|;)"
                    + "|(?i)sqlstate|(?i)<html|(?i)<!doctype");

    private ProblemRules() {}

    static Outcome shape(Probe probe) {
        var findings = new Findings();
        for (Map.Entry<String, Request> refusal : Refusals.of(probe).entrySet()) {
            Answer answer = probe.send(refusal.getValue());
            if (answer.isRefusal()) {
                shape(findings, refusal.getKey() + " (" + answer.status() + ")", refusal.getValue(), answer);
            }
        }
        return findings.outcome();
    }

    private static void shape(Findings findings, String when, Request request, Answer answer) {
        Matcher insides = INSIDES.matcher(answer.text());
        if (insides.find()) {
            findings.fault(when + " shows the insides: " + insides.group());
        }
        findings.require(!answer.text().contains(Refusals.VALUE), when + " repeats a value of the request");
        if (!findings.require(
                answer.isProblem(), when + " is " + answer.header("Content-Type") + ", not application/problem+json")) {
            return;
        }
        JsonNode problem = answer.json();
        findings.require(URN.matcher(problem.path("type").asText()).matches(), when + ": type is no URN");
        findings.require(
                problem.path("status").asInt() == answer.status(), when + ": status differs from the answer’s");
        findings.require(CODE.matcher(problem.path("code").asText()).matches(), when + ": code is none");
        for (String text : List.of("title", "detail", "traceId")) {
            findings.require(!problem.path(text).asText().isBlank(), when + ": " + text + " is missing");
        }
        findings.require(
                problem.path("instance").asText().equals(request.path()),
                when + ": instance is not the path asked for");
        for (JsonNode violation : problem.path("violations")) {
            boolean whole = violation.path("pointer").isTextual()
                    && CODE.matcher(violation.path("code").asText()).matches()
                    && !violation.path("message").asText().isBlank();
            findings.require(whole, when + ": a violation lacks its pointer, code or message");
        }
    }

    static Outcome language(Probe probe) {
        var findings = new Findings();
        for (Map.Entry<String, Request> refusal : Refusals.of(probe).entrySet()) {
            Answer english = probe.send(refusal.getValue().with("Accept-Language", "en-CA,en;q=0.8"));
            Answer french = probe.send(refusal.getValue().with("Accept-Language", "fr-CA,fr;q=0.8"));
            if (english.isRefusal() && french.isProblem()) {
                speaks(findings, refusal.getKey() + " (" + french.status() + ")", english, french);
            }
        }
        return findings.outcome();
    }

    private static void speaks(Findings findings, String when, Answer english, Answer french) {
        findings.require(english.header("Content-Language").equals("en"), when + ": Content-Language is not en for en");
        findings.require(french.header("Content-Language").equals("fr"), when + ": Content-Language is not fr for fr");
        findings.require(
                List.of(french.header("Vary").toLowerCase(java.util.Locale.ROOT).split("\\s*,\\s*"))
                        .contains("accept-language"),
                when + ": Vary does not say Accept-Language");
        for (String text : List.of("title", "detail")) {
            findings.require(
                    !french.json()
                            .path(text)
                            .asText()
                            .equals(english.json().path(text).asText()),
                    when + ": the " + text + " for fr is the English one");
        }
        findings.require(
                english.status() == french.status() && english.code().equals(french.code()),
                when + ": status or code differs between the languages");
    }
}
