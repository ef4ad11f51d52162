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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one subject, read from data: {@code resources/rules/*.yaml}. A book is complete or it is not read: a rule without
 * both languages, or without a source, or with two, stops the service at start rather than answer without its grounds.
 */
public final class RuleBook {

    private final String version;
    private final Map<String, Rule> rules;
    private final Map<String, Parameter> parameters;

    private RuleBook(String version, Map<String, Rule> rules, Map<String, Parameter> parameters) {
        this.version = version;
        this.rules = rules;
        this.parameters = parameters;
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
        Map<String, Rule> rules = new LinkedHashMap<>();
        for (Entry entry : page.rules()) {
            if (rules.put(entry.code(), entry.toRule()) != null) {
                throw new IllegalArgumentException("two rules have the code " + entry.code());
            }
        }
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        for (ParameterEntry entry : page.parameters()) {
            if (parameters.put(entry.code(), entry.toParameter()) != null) {
                throw new IllegalArgumentException("two parameters have the code " + entry.code());
            }
        }
        return new RuleBook(page.version(), rules, parameters);
    }

    /** The version of the rules, which every stored answer keeps. */
    public String version() {
        return version;
    }

    /**
     * The rule with this code.
     *
     * @throws IllegalArgumentException if the book holds none: the code and the data have drifted apart
     */
    public Rule rule(String code) {
        Rule rule = rules.get(code);
        if (rule == null) {
            throw new IllegalArgumentException("no rule has the code " + code);
        }
        return rule;
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
        Parameter parameter = parameters.get(code);
        if (parameter == null) {
            throw new IllegalArgumentException("no parameter has the code " + code);
        }
        return parameter;
    }

    /** Every published text quoted in the book, by a rule or a parameter. */
    public List<Source.Citation> citations() {
        return Stream.concat(
                        rules.values().stream().map(Rule::source),
                        parameters.values().stream().map(Parameter::source))
                .filter(Source.Citation.class::isInstance)
                .map(Source.Citation.class::cast)
                .toList();
    }

    record Page(String version, List<Entry> rules, List<ParameterEntry> parameters) {
        Page {
            if (version.isBlank() || rules.isEmpty()) {
                throw new IllegalArgumentException("a book has a version and rules");
            }
        }
    }

    record Entry(
            String code,
            Force force,
            BilingualText message,
            @Nullable String instrument,
            @Nullable String paragraph,
            @Nullable String quote,
            @Nullable BilingualText ownRule) {

        Rule toRule() {
            return new Rule(code, force, message, RuleBook.source(code, instrument, paragraph, quote, ownRule));
        }
    }

    record ParameterEntry(
            String code,
            BigDecimal value,
            String unit,
            @Nullable LocalDate validFrom,
            @Nullable String instrument,
            @Nullable String paragraph,
            @Nullable String quote,
            @Nullable BilingualText ownRule) {

        Parameter toParameter() {
            return new Parameter(
                    code, value, unit, validFrom, RuleBook.source(code, instrument, paragraph, quote, ownRule));
        }
    }

    private static Source source(
            String code,
            @Nullable String instrument,
            @Nullable String paragraph,
            @Nullable String quote,
            @Nullable BilingualText ownRule) {
        if (ownRule != null && instrument == null && paragraph == null && quote == null) {
            return new Source.OwnRule(ownRule);
        }
        if (ownRule == null && instrument != null && paragraph != null && quote != null) {
            return new Source.Citation(instrument, paragraph, quote);
        }
        throw new IllegalArgumentException(
                code + " needs an instrument, a paragraph and a quote, or ownRule; and not both");
    }
}
