package ca.balise.social.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.social.platform.model.AccountAddress;
import ca.balise.social.platform.model.AccountAddress.Elsewhere;
import ca.balise.social.platform.model.AccountAddress.Recognized;
import ca.balise.social.platform.model.AccountAddress.Refused;
import ca.balise.social.platform.model.AddressFault;
import ca.balise.social.platform.model.NormalizeAddress;
import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalizeAddressTest {

    private static final NormalizeAddress ADDRESSES = new NormalizeAddress(RecognizeAddress.read());

    /** What a hostile address is put together from. */
    private static final List<String> PIECES = List.of(
            "https",
            "http",
            "javascript",
            ":",
            "//",
            "/",
            "\\",
            "@",
            "?",
            "#",
            "&",
            "=",
            ".",
            "..",
            "%",
            "%2F",
            "%00",
            "%25",
            "%C3%A9",
            "%c3%89",
            "%E9",
            "é",
            "É",
            "e\u0301",
            "İ",
            "ſ",
            "K",
            "ß",
            "\u202e",
            "\u0000",
            "\u200b",
            " ",
            "\t",
            "\ud800",
            "www.",
            "m.",
            "ca.",
            "fr-ca.",
            "facebook.com",
            "FACEBOOK.com",
            "fаcebook.com",
            "xn--fcebook-8va.com",
            "x.com",
            "twitter.com",
            "youtube.com",
            "linkedin.com",
            "flickr.com",
            "bsky.app",
            "mstdn.ca",
            "evil.example",
            ":443",
            ":80",
            ":8443",
            "[::1]",
            "127.0.0.1",
            "user",
            "channel",
            "UC7aLqBZwN558DuW3eAgh8mQ",
            "company",
            "photos",
            "66821901@n06",
            "profile.php",
            "id=61576807395001",
            "utm_source=a",
            "lang=fr",
            "pages",
            "Health.Canada",
            "Ambassade-du-Canada-684999981556653",
            "a".repeat(150),
            "😀",
            "+",
            ";",
            "~",
            "*",
            "'",
            "\"",
            "<",
            "|",
            "^",
            "`",
            "{");

    @ParameterizedTest
    @CsvFileSource(resources = "/addresses.csv", useHeadersInDisplayName = true)
    void writesEachAddressOfAnAccountInOneWay(String given, String platform, String url, String handle, String id) {
        assertThat(ADDRESSES.normalize(given)).isInstanceOfSatisfying(Recognized.class, found -> {
            assertThat(found.platform()).isEqualTo(platform);
            assertThat(found.url()).isEqualTo(url);
            assertThat(found.handle()).isEqualTo(handle);
            assertThat(found.immutableId()).isEqualTo(id);
        });
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/refused-addresses.csv", useHeadersInDisplayName = true)
    void refusesWhatIsNoAccountOrOnlyLooksLikeOne(String given, AddressFault why) {
        assertThat(ADDRESSES.normalize(given)).isEqualTo(new Refused(why));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://facebook.com.evil.example/HealthCanada",
                "https://facebook.com-evil.example/HealthCanada",
                "https://evilfacebook.com/HealthCanada",
                "https://www.m.facebook.com/HealthCanada",
                "https://evil.x.com/GCIndigenous",
                "https://evil.example/https://facebook.com/HealthCanada",
                "https://evil.example?https://facebook.com/HealthCanada",
                "https://evil.example#@facebook.com/HealthCanada",
                "https://faceb00k.com/HealthCanada",
                "https://www-facebook.com/HealthCanada"
            })
    void aHostThatLooksLikeAPlatformsIsNone(String given) {
        assertThat(ADDRESSES.normalize(given)).isInstanceOf(Elsewhere.class);
    }

    @Test
    void anAddressElsewhereKeepsWhatLeadsThere() {
        assertThat(ADDRESSES.normalize("HTTP://WWW.Canada.ca:80/fr/sante//flux.xml?utm_source=x&id=é&fbclid=1#haut"))
                .isEqualTo(new Elsewhere("https://www.canada.ca/fr/sante/flux.xml?id=%C3%A9", false));
        assertThat(ADDRESSES.normalize("canada.ca")).isEqualTo(new Elsewhere("https://canada.ca/", true));
    }

    @Test
    void saysThatASchemeWasAdded() {
        assertThat(ADDRESSES.normalize("www.facebook.com/nserccanada"))
                .isEqualTo(
                        new Recognized("FACEBOOK", "https://www.facebook.com/nserccanada", "nserccanada", null, true));
    }

    @Test
    void aLongAddressIsRefusedAndALongestOneIsRead() {
        String longest = "https://evil.example/" + "a".repeat(NormalizeAddress.LONGEST - 21);
        assertThat(ADDRESSES.normalize(longest)).isInstanceOf(Elsewhere.class);
        assertThat(ADDRESSES.normalize(longest + "a")).isEqualTo(new Refused(AddressFault.TOO_LONG));
        assertThat(ADDRESSES.normalize("https://www.facebook.com/" + "-1".repeat(1_000)))
                .isEqualTo(new Refused(AddressFault.NOT_AN_ACCOUNT));
    }

    @Test
    void normalisingAgainChangesNothing() {
        var random = new Random(20_260_328);
        int read = 0;
        for (int i = 0; i < 60_000; i++) {
            String text = hostile(random);
            String url = urlOf(ADDRESSES.normalize(text));
            if (url == null) {
                continue;
            }
            read++;
            AccountAddress again = ADDRESSES.normalize(url);
            assertThat(urlOf(again)).as("%s, written %s", text, url).isEqualTo(url);
            assertThat(again.getClass())
                    .as(text)
                    .isEqualTo(ADDRESSES.normalize(text).getClass());
        }
        // Otherwise the property would hold of nothing.
        assertThat(read).isGreaterThan(6_000);
    }

    @Test
    void everythingWrittenIsPlainAsciiOnHttps() {
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String url = urlOf(ADDRESSES.normalize(hostile(random)));
            if (url != null) {
                assertThat(url).matches("https://[a-z0-9.-]+/[\\x21-\\x7e]*");
            }
        }
    }

    @Test
    void eachLetterIsFoldedOnce() {
        for (int c = 0x21; c < 0x1_0000; c++) {
            if (Character.isSurrogate((char) c)) {
                continue;
            }
            for (String before : List.of("https://linkedin.com/company/a", "https://facebook.com/aa")) {
                String url = urlOf(ADDRESSES.normalize(before + Character.toString(c) + "\u0301b"));
                if (url != null) {
                    assertThat(urlOf(ADDRESSES.normalize(url))).as("U+%04X", c).isEqualTo(url);
                }
            }
        }
    }

    @Test
    void composedAndDecomposedLettersAreTheSame() {
        String composed = "https://facebook.com/PayeAvantagesSociauxEmployésGC";
        String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
        assertThat(decomposed).isNotEqualTo(composed);
        assertThat(ADDRESSES.normalize(decomposed)).isEqualTo(ADDRESSES.normalize(composed));
    }

    private static String hostile(Random random) {
        var text = new StringBuilder();
        if (random.nextInt(4) > 0) {
            text.append("https://");
            text.append(List.of("", "www.", "m.", "ca.").get(random.nextInt(4)));
            text.append(List.of(
                            "facebook.com",
                            "x.com",
                            "youtube.com",
                            "linkedin.com",
                            "flickr.com",
                            "evil.example",
                            "mstdn.ca")
                    .get(random.nextInt(7)));
            text.append('/');
        }
        for (int pieces = random.nextInt(8); pieces > 0; pieces--) {
            text.append(
                    random.nextInt(5) == 0
                            ? Character.toString(random.nextInt(0x500) + 0x20)
                            : PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static String urlOf(AccountAddress address) {
        return switch (address) {
            case Recognized found -> found.url();
            case Elsewhere found -> found.url();
            case Refused _ -> null;
        };
    }
}
