package ca.balise.genai.determination;

import ca.balise.genai.determination.ExplanationPage.Claim;
import ca.balise.genai.determination.ExplanationPage.Look;
import ca.balise.genai.determination.ExplanationPage.Named;
import ca.balise.genai.determination.ExplanationPage.OpenPoint;
import ca.balise.genai.determination.ExplanationPage.Said;
import ca.balise.genai.determination.ExplanationPage.Visit;
import ca.balise.genai.determination.ExplanationPage.WhatIf;
import ca.balise.genai.determination.model.JudgedCase;
import ca.balise.genai.determination.model.ReasonCode;
import ca.balise.genai.determination.model.SuspensionStatus;
import ca.balise.kit.http.language.Language;
import ca.balise.kit.reasoning.Change;
import ca.balise.kit.reasoning.Fact;
import ca.balise.kit.reasoning.Reason;
import ca.balise.kit.reasoning.Source;
import ca.balise.kit.reasoning.Step;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes a determination as a page to read and to print, in one language. No text of the caller's is on it. */
@Startup
@ApplicationScoped
public class ExplainDetermination {

    private static final Set<ReasonCode> ABOUT_PERMISSION = EnumSet.of(
            ReasonCode.INDIVIDUAL_CONSUMER_USE,
            ReasonCode.INDIVIDUAL_USE_NOT_PERMITTED_BY_ORG,
            ReasonCode.INDIVIDUAL_CONSUMER_USE_PERMISSION_UNKNOWN);

    private final String style = styleSheet();

    /** What the page may load: its own style sheet, which stands in it, and nothing else. */
    private final String contentPolicy =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; style-src 'sha256-"
                    + sha256(style) + "'";

    /** The page. */
    public String explain(JudgedCase judged, Language language) {
        return page(judged, language).setLocale(language.tag()).render();
    }

    /** The {@code Content-Security-Policy} of the page. */
    public String contentPolicy() {
        return contentPolicy;
    }

    private ExplanationPage page(JudgedCase judged, Language language) {
        var words = new Wording(language);
        var determination = judged.determination();
        var conclusion = determination.conclusion();
        return new ExplanationPage(
                language.tag(),
                style,
                determination.asOf().toString(),
                words.of("status", conclusion.status()),
                conclusion.status().name(),
                conclusion.reason().name(),
                ABOUT_PERMISSION.contains(conclusion.reason())
                        ? conclusion.permitted().name()
                        : null,
                said(determination.reasons().getFirst(), words, language),
                said(determination.reasons(), determination.duties(), words, language),
                said(determination.reasons(), determination.warnings(), words, language),
                conclusion.exemptions().stream()
                        .map(finding -> new Claim(
                                words.of("exception", finding.exemption()),
                                words.of("state", finding.state()),
                                names(finding.missing(), words)))
                        .toList(),
                determination.missing().stream()
                        .map(fact -> new Named(words.of(fact), fact.path()))
                        .toList(),
                whatIfs(judged.changes(), words),
                determination.doubts().stream()
                        .map(doubt -> new OpenPoint(
                                doubt.ambiguity().id(),
                                language.of(doubt.ambiguity().readingAdopted()),
                                language.of(doubt.ambiguity().otherReading()),
                                words.of("status", doubt.statusUnderOtherReading()),
                                language.of(doubt.ambiguity().rationale())))
                        .toList(),
                visits(determination.trace(), words, language),
                judged.decidedAt().toString(),
                determination.rulesetVersion(),
                judged.inputHash());
    }

    /** The same facts once, with all that they could lead to. */
    private static List<WhatIf> whatIfs(List<Change<SuspensionStatus>> changes, Wording words) {
        Map<List<Fact<?>>, List<String>> statuses = new LinkedHashMap<>();
        changes.forEach(change -> statuses.computeIfAbsent(change.facts(), _ -> new ArrayList<>())
                .add(words.of("status", change.status())));
        return statuses.entrySet().stream()
                .map(entry -> new WhatIf(names(entry.getKey(), words), entry.getValue()))
                .toList();
    }

    private static List<String> names(List<Fact<?>> facts, Wording words) {
        return facts.stream().map(words::of).toList();
    }

    /** Several in a row that rest on the same words have them once, after the last. */
    private static List<Said> said(List<Reason> reasons, List<String> codes, Wording words, Language language) {
        List<Reason> chosen =
                reasons.stream().filter(reason -> codes.contains(reason.code())).toList();
        List<Said> said = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            Said one = said(chosen.get(i), words, language);
            boolean repeated = i + 1 < chosen.size()
                    && chosen.get(i).source().equals(chosen.get(i + 1).source());
            said.add(repeated ? one.withoutWords() : one);
        }
        return said;
    }

    private static Said said(Reason reason, Wording words, Language language) {
        return Said.of(
                reason.code(),
                words.of("force", reason.force()),
                language.of(reason.message()),
                reason.source(),
                rationale(reason.source(), language),
                List.of());
    }

    private static String rationale(Source source, Language language) {
        return source instanceof Source.OwnRule own ? language.of(own.rationale()) : "";
    }

    /** The steps under the question of the rule to which they belong: {@code R6.3.1} belongs to {@code R6}. */
    private static List<Visit> visits(List<Step> trace, Wording words, Language language) {
        List<Visit> visits = new ArrayList<>();
        String open = "";
        for (int i = 0; i < trace.size(); i++) {
            Step step = trace.get(i);
            String rule = step.rule().replaceFirst("\\..*", "");
            if (!rule.equals(open)) {
                visits.add(new Visit(words.of("question", rule), new ArrayList<>()));
                open = rule;
            }
            visits.getLast().steps().add(said(step, "step-" + i, words, language));
        }
        return visits;
    }

    private static Said said(Step step, String id, Wording words, Language language) {
        return Said.of(
                id,
                words.of("answer", step.answer()),
                language.of(step.finding().message()),
                step.finding().source(),
                rationale(step.finding().source(), language),
                step.facts().stream()
                        .map(look -> new Look(words.of(look.fact()), words.valueOf(look), words.provenanceOf(look)))
                        .toList());
    }

    private static String styleSheet() {
        try (@Nullable InputStream file = ExplainDetermination.class.getResourceAsStream("explanation.css")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
