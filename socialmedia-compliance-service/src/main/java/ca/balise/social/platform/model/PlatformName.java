package ca.balise.social.platform.model;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a platform, whoever wrote it: « Face book », {@code FACEBOOK} and « facebook page » are one name. Two are equal if they
 * name the same platform under the same name; « Twitter » and « X » are two names, since a review is done under one of them.
 *
 * <p>Only what cannot be another platform is set aside: « Facebook Messenger » is not « Facebook ».
 *
 * @param key the name in its one form: letters and digits, lower case, no accents; empty where nothing of a name was written
 */
public record PlatformName(String key) {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Words beside a name that say nothing of which platform it is. */
    private static final Set<String> BESIDE_THE_NAME = Set.of(
            "www",
            "com",
            "official",
            "officiel",
            "officielle",
            "account",
            "accounts",
            "compte",
            "comptes",
            "page",
            "pages",
            "profile",
            "profil",
            "channel",
            "chaine",
            "formerly",
            "previously",
            "known",
            "as",
            "anciennement",
            "ex",
            "autrefois",
            "english",
            "french",
            "anglais",
            "francais",
            "en",
            "fr");

    /** Short and mistaken forms: the usual ones, and those that the list of Canada.ca holds. */
    private static final Map<String, String> OTHER_FORMS = Map.of(
            "fb", "facebook",
            "insta", "instagram",
            "ig", "instagram",
            "intagram", "instagram",
            "linkdin", "linkedin",
            "twiter", "twitter",
            "yt", "youtube");

    private static final String X = "x";
    private static final String TWITTER = "twitter";

    /** The name that somebody wrote. */
    public static PlatformName of(String written) {
        String plain = ACCENTS.matcher(Normalizer.normalize(written, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        List<String> words = Arrays.stream(BETWEEN_WORDS.split(plain))
                .filter(word -> !word.isEmpty() && !BESIDE_THE_NAME.contains(word))
                .toList();
        // « X (Twitter) », « Twitter, now X »: whoever writes both means the platform of today.
        if (words.contains(X) && words.contains(TWITTER)) {
            return new PlatformName(X);
        }
        String key = String.join("", words);
        return new PlatformName(OTHER_FORMS.getOrDefault(key, key));
    }

    /** Whether a platform bears this name, or bore it, or has it for a code. */
    public boolean isOf(Platform platform) {
        return equals(of(platform.name()))
                || equals(of(platform.code()))
                || platform.formerNames().stream().anyMatch(former -> equals(of(former)));
    }
}
