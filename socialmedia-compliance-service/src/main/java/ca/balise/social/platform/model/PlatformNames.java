package ca.balise.social.platform.model;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which platform a name means. Case, accents, spaces and punctuation do not matter; one slip of the keys in a name of six letters or
 * more is seen through, and told: {@code Intagram} is Instagram, {@code Y} is nothing.
 */
public final class PlatformNames {

    /** In a shorter name one other letter makes another word. */
    private static final int SHORTEST_WITH_A_SLIP = 6;

    private final Map<String, String> codes;

    private PlatformNames(Map<String, String> codes) {
        this.codes = Map.copyOf(codes);
    }

    /**
     * A platform meant.
     *
     * @param code its code in the catalogue
     * @param exact whether the name is one of its names; otherwise it is one but for a slip of the keys
     */
    public record Meant(String code, boolean exact) {}

    /**
     * The names of the rules, and each platform's own code.
     *
     * @throws IllegalArgumentException if one name means two platforms
     */
    public static PlatformNames of(AddressRules rules) {
        Map<String, String> codes = new HashMap<>();
        rules.platforms().forEach(platform -> {
            add(codes, platform.code(), platform.code());
            platform.names().forEach(name -> add(codes, name, platform.code()));
        });
        return new PlatformNames(codes);
    }

    private static void add(Map<String, String> codes, String name, String code) {
        String before = codes.put(key(name), code);
        if (before != null && !before.equals(code)) {
            throw new IllegalArgumentException("a name of two platforms: " + name);
        }
    }

    /** The platform that a name means, if it means one. */
    public Optional<Meant> meant(String name) {
        String key = key(name);
        String code = codes.get(key);
        if (code != null) {
            return Optional.of(new Meant(code, true));
        }
        List<String> near = key.length() < SHORTEST_WITH_A_SLIP
                ? List.of()
                : codes.entrySet().stream()
                        .filter(known ->
                                known.getKey().length() >= SHORTEST_WITH_A_SLIP && isOneSlipFrom(key, known.getKey()))
                        .map(Map.Entry::getValue)
                        .distinct()
                        .toList();
        return near.size() == 1 ? Optional.of(new Meant(near.getFirst(), false)) : Optional.empty();
    }

    private static String key(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder key = new StringBuilder();
        plain.codePoints().filter(Character::isLetterOrDigit).forEach(key::appendCodePoint);
        return key.toString();
    }

    /** Whether one letter more, less or other, or two exchanged neighbours, make one of the other. */
    private static boolean isOneSlipFrom(String one, String other) {
        int same = 0;
        int shorter = Math.min(one.length(), other.length());
        while (same < shorter && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        String restOfOne = one.substring(same);
        String restOfOther = other.substring(same);
        return switch (one.length() - other.length()) {
            case 1 -> restOfOne.substring(1).equals(restOfOther);
            case -1 -> restOfOther.substring(1).equals(restOfOne);
            case 0 -> restOfOne.substring(1).equals(restOfOther.substring(1)) || areExchanged(restOfOne, restOfOther);
            default -> false;
        };
    }

    private static boolean areExchanged(String one, String other) {
        return one.length() > 1
                && one.charAt(0) == other.charAt(1)
                && one.charAt(1) == other.charAt(0)
                && one.substring(2).equals(other.substring(2));
    }
}
