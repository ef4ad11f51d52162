package ca.balise.social.platform.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How addresses are read, as data ({@code rules/platform-addresses.yaml}).
 *
 * @param subdomains what may stand before any platform's host
 * @param tracking query parameters that say how somebody came to an address, not where it leads
 * @param trackingPrefixes how more of them begin
 * @param platforms each platform's own rules
 */
public record AddressRules(
        List<String> subdomains, Set<String> tracking, List<String> trackingPrefixes, List<PlatformRule> platforms) {

    public AddressRules {
        subdomains = List.copyOf(subdomains);
        tracking = Set.copyOf(tracking);
        trackingPrefixes = List.copyOf(trackingPrefixes);
        platforms = List.copyOf(platforms);
    }

    /** Which letters are the same letter in a handle. */
    public enum Fold {
        /** Each is itself. */
        NONE,
        /** Upper and lower case are; written in lower case. */
        LOWER,
        /** Upper and lower case are; written in upper case. */
        UPPER,
        /** Upper and lower case are, and points do not count; written in lower case, without points. */
        DOTLESS;

        String apply(String text) {
            return switch (this) {
                case NONE -> text;
                case LOWER -> text.toLowerCase(Locale.ROOT);
                case UPPER -> text.toUpperCase(Locale.ROOT);
                case DOTLESS -> text.toLowerCase(Locale.ROOT).replace(".", "");
            };
        }
    }

    /**
     * One way in which a platform writes the address of an account.
     *
     * @param path a regular expression over the decoded path, with a group {@code handle} or {@code id}
     * @param as how it is written
     * @param fold which letters are the same
     * @param anythingFollows whether whatever stands behind it is dropped; else only the platform's tabs may stand there
     */
    public record Form(Pattern path, String as, Fold fold, boolean anythingFollows) {

        public Form {
            Set<String> groups = path.namedGroups().keySet();
            if (!groups.equals(Set.of("handle")) && !groups.equals(Set.of("id"))) {
                throw new IllegalArgumentException("a form finds a handle or an id: " + path);
            }
        }

        boolean findsId() {
            return path.namedGroups().containsKey("id");
        }
    }

    /**
     * The rules of one platform.
     *
     * @param code its code in the catalogue
     * @param names how it is written in lists
     * @param hosts its hosts; empty: any
     * @param subdomains what may stand before them besides what may before any platform's
     * @param countries whether a country or locale may
     * @param canonical the host that is written; {@code null}: the one found, each a place of its own
     * @param parameters query parameters that say which account it is
     * @param tabs what may stand behind an account's address, and is dropped
     * @param forms how it writes addresses
     * @param reserved first segments of its own pages
     */
    public record PlatformRule(
            String code,
            List<String> names,
            Set<String> hosts,
            Set<String> subdomains,
            boolean countries,
            @Nullable String canonical,
            Set<String> parameters,
            Set<String> tabs,
            List<Form> forms,
            Set<String> reserved) {}

    /** The platform of a code. */
    public Optional<PlatformRule> platform(String code) {
        return platforms.stream().filter(rule -> rule.code().equals(code)).findFirst();
    }

    /** Each host and its platform. */
    Map<String, PlatformRule> byHost() {
        return platforms.stream()
                .flatMap(rule -> rule.hosts().stream().map(host -> Map.entry(host, rule)))
                .collect(java.util.stream.Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
