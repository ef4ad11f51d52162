package ca.balise.kit.reasoning;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one subject, read from data: {@code resources/rules/*.yaml}. A book is complete or it is not read: a rule without
 * both languages, or without a source, or with two, stops the service at start rather than answer without its grounds.
 */
public final class RuleBook {

    private final String version;
    private final Map<String, Rule> rules;

    private RuleBook(String version, Map<String, Rule> rules) {
        this.version = version;
        this.rules = rules;
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
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build()
                .readValue(yaml, Page.class);
        Map<String, Rule> rules = new LinkedHashMap<>();
        for (Entry entry : page.rules()) {
            if (rules.put(entry.code(), entry.toRule()) != null) {
                throw new IllegalArgumentException("two rules have the code " + entry.code());
            }
        }
        return new RuleBook(page.version(), rules);
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

    record Page(String version, List<Entry> rules) {
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
            return new Rule(code, force, message, source());
        }

        private Source source() {
            if (ownRule != null && instrument == null && paragraph == null && quote == null) {
                return new Source.OwnRule(ownRule);
            }
            if (ownRule == null && instrument != null && paragraph != null && quote != null) {
                return new Source.Citation(instrument, paragraph, quote);
            }
            throw new IllegalArgumentException(
                    "rule " + code + " needs an instrument, a paragraph and a quote, or ownRule; and not both");
        }
    }
}
