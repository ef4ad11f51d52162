package ca.balise.kit.reasoning;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one subject, read from data: {@code resources/rules/*.yaml}. A book is complete or it is not read: an entry without
 * both languages, or without a source, or with two, stops the service at start rather than answer without its grounds.
 */
public final class RuleBook {

    private final String version;
    private final Map<String, Rule> rules;
    private final Map<String, Reason> reasons;
    private final Map<String, Finding> findings;
    private final Map<String, Ambiguity> ambiguities;
    private final Map<String, Parameter> parameters;
    private final List<Source.Citation> citations;

    private RuleBook(Page page) {
        Map<String, Source.Citation> paragraphs =
                index("paragraphs", page.paragraphs(), Paragraph::paragraph, Paragraph::toCitation);
        version = page.version();
        rules = index("rules", page.rules(), Entry::code, entry -> entry.toRule(paragraphs));
        reasons = index(
                "rules",
                rules.entrySet(),
                Map.Entry::getKey,
                rule -> rule.getValue().reason());
        findings = index("findings", page.findings(), FindingEntry::code, entry -> entry.toFinding(paragraphs));
        ambiguities =
                index("ambiguities", page.ambiguities(), AmbiguityEntry::id, entry -> entry.toAmbiguity(paragraphs));
        parameters =
                index("parameters", page.parameters(), ParameterEntry::code, entry -> entry.toParameter(paragraphs));
        citations = Stream.of(
                        paragraphs.values().stream(),
                        rules.values().stream().map(Rule::source),
                        findings.values().stream().map(Finding::source),
                        parameters.values().stream().map(Parameter::source))
                .flatMap(sources -> sources)
                .filter(Source.Citation.class::isInstance)
                .map(Source.Citation.class::cast)
                .distinct()
                .toList();
    }

    private static <E, T> Map<String, T> index(
            String section, Collection<E> entries, Function<E, String> code, Function<E, T> content) {
        Map<String, T> index = new LinkedHashMap<>();
        for (E entry : entries) {
            if (index.put(code.apply(entry), content.apply(entry)) != null) {
                throw new IllegalArgumentException("two " + section + " have the code " + code.apply(entry));
            }
        }
        return index;
    }

    /**
     * Reads a book from the class path.
     *
     * @param anchor a class of the module that holds the resource
     * @param resource absolute resource name, for example {@code /rules/release-verdict.yaml}
     * @throws IllegalStateException if the resource is absent or not a complete book
     */
    public static RuleBook read(Class<?> anchor, String resource) {
        try (InputStream yaml = anchor.getResourceAsStream(resource)) {
            if (yaml == null) {
                throw new IllegalStateException("no rule book at " + resource);
            }
            return read(yaml);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IllegalStateException("not a rule book: " + resource, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RuleBook read(InputStream yaml) throws IOException {
        Page page = YAMLMapper.builder()
                // A book need not have parameters: an absent list is an empty one.
                .withConfigOverride(
                        List.class, list -> list.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
                .addModule(new JavaTimeModule())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build()
                .readValue(yaml, Page.class);
        return new RuleBook(page);
    }

    /** The version of the rules, which every stored answer keeps. */
    public String version() {
        return version;
    }

    /**
     * The rule with this code in the book.
     *
     * @throws IllegalArgumentException if the book holds none: the code and the data have drifted apart
     */
    public Rule rule(String code) {
        return get("rule", rules, code);
    }

    /**
     * The reason that a rule without placeholders gives, the same for every case.
     *
     * @throws IllegalArgumentException if the book holds no such rule
     */
    public Reason reason(String code) {
        return get("rule", reasons, code);
    }

    /**
     * The finding with this code.
     *
     * @throws IllegalArgumentException if the book holds none
     */
    public Finding finding(String code) {
        return get("finding", findings, code);
    }

    /** All findings, in the order of the book. */
    public Collection<Finding> findings() {
        return List.copyOf(findings.values());
    }

    /**
     * The ambiguity with this id.
     *
     * @throws IllegalArgumentException if the book holds none
     */
    public Ambiguity ambiguity(String id) {
        return get("ambiguity", ambiguities, id);
    }

    /** All ambiguities, in the order of the book. */
    public Collection<Ambiguity> ambiguities() {
        return List.copyOf(ambiguities.values());
    }

    private static <T> T get(String kind, Map<String, T> entries, String code) {
        T entry = entries.get(code);
        if (entry == null) {
            throw new IllegalArgumentException("no " + kind + " has the code " + code);
        }
        return entry;
    }

    /** All rules, in the order of the book. */
    public Collection<Rule> rules() {
        return List.copyOf(rules.values());
    }

    /**
     * The parameter with this code.
     *
     * @throws IllegalArgumentException if the book holds none
     */
    public Parameter parameter(String code) {
        return get("parameter", parameters, code);
    }

    /** Every published text quoted in the book, each once. */
    public List<Source.Citation> citations() {
        return citations;
    }

    record Page(
            String version,
            List<Paragraph> paragraphs,
            List<Entry> rules,
            List<FindingEntry> findings,
            List<AmbiguityEntry> ambiguities,
            List<ParameterEntry> parameters) {
        Page {
            if (version.isBlank() || rules.isEmpty()) {
                throw new IllegalArgumentException("a book has a version and rules");
            }
        }
    }

    /** A paragraph on which several entries rest, so that its words stand in the book once: they name it with {@code cites}. */
    record Paragraph(String paragraph, String instrument, String quote) {

        Source.Citation toCitation() {
            return new Source.Citation(instrument, paragraph, quote);
        }
    }

    /**
     * A rule. Where one duty rests on several grounds, each ground is an entry of its own code, and {@code saidAs} is the code of the
     * duty, by which the answer calls it.
     */
    record Entry(
            String code,
            @Nullable String saidAs,
            Force force,
            BilingualText message,
            @Nullable String cites,
            @Nullable String instrument,
            @Nullable String paragraph,
            @Nullable String quote,
            @Nullable BilingualText ownRule) {

        Rule toRule(Map<String, Source.Citation> paragraphs) {
            return new Rule(
                    saidAs == null ? code : saidAs,
                    force,
                    message,
                    new Grounds(cites, instrument, paragraph, quote, ownRule).toSource(code, paragraphs));
        }
    }

    record FindingEntry(
            String code,
            BilingualText message,
            @Nullable String cites,
            @Nullable String instrument,
            @Nullable String paragraph,
            @Nullable String quote,
            @Nullable BilingualText ownRule) {

        Finding toFinding(Map<String, Source.Citation> paragraphs) {
            return new Finding(
                    code,
                    message,
                    new Grounds(cites, instrument, paragraph, quote, ownRule).toSource(code, paragraphs));
        }
    }

    record AmbiguityEntry(
            String id,
            BilingualText readingAdopted,
            BilingualText otherReading,
            BilingualText rationale,
            List<String> cites) {

        Ambiguity toAmbiguity(Map<String, Source.Citation> paragraphs) {
            return new Ambiguity(
                    id,
                    readingAdopted,
                    otherReading,
                    rationale,
                    cites.stream()
                            .map(cited -> get("paragraph", paragraphs, cited))
                            .toList());
        }
    }

    record ParameterEntry(
            String code,
            BigDecimal value,
            String unit,
            @Nullable LocalDate validFrom,
            @Nullable String cites,
            @Nullable String instrument,
            @Nullable String paragraph,
            @Nullable String quote,
            @Nullable BilingualText ownRule) {

        Parameter toParameter(Map<String, Source.Citation> paragraphs) {
            return new Parameter(
                    code,
                    value,
                    unit,
                    validFrom,
                    new Grounds(cites, instrument, paragraph, quote, ownRule).toSource(code, paragraphs));
        }
    }

    /** What an entry says of its source, in one of three ways. */
    private record Grounds(
            @Nullable String cites,
            @Nullable String instrument,
            @Nullable String paragraph,
            @Nullable String quote,
            @Nullable BilingualText ownRule) {

        Source toSource(String code, Map<String, Source.Citation> paragraphs) {
            boolean quoted = instrument != null || paragraph != null || quote != null;
            if (ownRule != null && cites == null && !quoted) {
                return new Source.OwnRule(ownRule);
            }
            if (cites != null && ownRule == null && !quoted) {
                return get("paragraph", paragraphs, cites);
            }
            if (ownRule == null && cites == null && instrument != null && paragraph != null && quote != null) {
                return new Source.Citation(instrument, paragraph, quote);
            }
            throw new IllegalArgumentException(
                    code
                            + " needs an instrument, a paragraph and a quote, or a paragraph that it cites, or ownRule; and not both");
        }
    }
}
