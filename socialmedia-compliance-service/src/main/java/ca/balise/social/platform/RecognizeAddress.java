package ca.balise.social.platform;

import ca.balise.social.platform.model.AccountAddress;
import ca.balise.social.platform.model.AddressRules;
import ca.balise.social.platform.model.AddressRules.Fold;
import ca.balise.social.platform.model.AddressRules.Form;
import ca.balise.social.platform.model.AddressRules.PlatformRule;
import ca.balise.social.platform.model.NormalizeAddress;
import ca.balise.social.platform.model.PlatformNames;
import ca.balise.social.platform.model.PlatformNames.Meant;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognises platforms by their names and accounts by their addresses, as {@code rules/platform-addresses.yaml} says. Read at start:
 * a service that cannot tell one address from another must not answer.
 */
@Startup
@ApplicationScoped
public class RecognizeAddress {

    private static final String RULES = "/rules/platform-addresses.yaml";
    private static final String ANY_COUNTRY = "{country}";

    private final AddressRules rules = read();
    private final NormalizeAddress addresses = new NormalizeAddress(rules);
    private final PlatformNames names = PlatformNames.of(rules);

    /** What a text that should be an address is. */
    public AccountAddress recognize(@Nullable String text) {
        return addresses.normalize(text);
    }

    /** The platform that a name means. */
    public Optional<Meant> platformNamed(String name) {
        return names.meant(name);
    }

    /** Whether the catalogue has a platform of this code. */
    public boolean isKnown(String platform) {
        return rules.platform(platform).isPresent();
    }

    /** Whether anybody may run a host of this platform, so that an address on one that we do not know may be an account's. */
    public boolean isFederated(String platform) {
        return rules.platform(platform).filter(rule -> rule.canonical() == null).isPresent();
    }

    /** Whether accounts of this platform have addresses on hosts of its own, so that an address elsewhere is none of them. */
    public boolean hasHosts(String platform) {
        return rules.platform(platform).filter(rule -> !rule.hosts().isEmpty()).isPresent();
    }

    /** The rules as they are shipped; a test without a running service reads them too. */
    public static AddressRules read() {
        try (InputStream yaml = RecognizeAddress.class.getResourceAsStream(RULES)) {
            if (yaml == null) {
                throw new IllegalStateException("no rules at " + RULES);
            }
            return YAMLMapper.builder()
                    .withConfigOverride(
                            List.class, list -> list.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
                    .withConfigOverride(
                            Set.class, set -> set.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(yaml, Page.class)
                    .toRules();
        } catch (IOException e) {
            throw new UncheckedIOException(RULES, e);
        }
    }

    private record Page(
            int version,
            List<String> subdomains,
            Set<String> tracking,
            List<String> trackingPrefixes,
            List<Entry> platforms) {

        AddressRules toRules() {
            return new AddressRules(
                    subdomains,
                    tracking,
                    trackingPrefixes,
                    platforms.stream().map(Entry::toRule).toList());
        }
    }

    private record Entry(
            String code,
            List<String> names,
            Set<String> hosts,
            Set<String> subdomains,
            @Nullable String canonical,
            boolean keepsHost,
            Set<String> parameters,
            Set<String> tabs,
            List<FormEntry> forms,
            Set<String> reserved) {

        PlatformRule toRule() {
            if (!hosts.isEmpty() && (canonical == null) != keepsHost) {
                throw new IllegalArgumentException(
                        code + " says under which host an address is written, or keeps each");
            }
            Set<String> others = new HashSet<>(subdomains);
            boolean countries = others.remove(ANY_COUNTRY);
            return new PlatformRule(
                    code,
                    List.copyOf(names),
                    Set.copyOf(hosts),
                    Set.copyOf(others),
                    countries,
                    canonical,
                    Set.copyOf(parameters),
                    Set.copyOf(tabs),
                    forms.stream().map(FormEntry::toForm).toList(),
                    Set.copyOf(reserved));
        }
    }

    private record FormEntry(
            String path, String as, @Nullable Fold fold, boolean anythingFollows) {

        Form toForm() {
            return new Form(Pattern.compile(path), as, fold == null ? Fold.NONE : fold, anythingFollows);
        }
    }
}
