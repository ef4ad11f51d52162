package ca.balise.social.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.social.platform.model.PlatformNames;
import ca.balise.social.platform.model.PlatformNames.Meant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformNamesTest {

    private static final PlatformNames NAMES = PlatformNames.of(RecognizeAddress.read());

    @ParameterizedTest
    @CsvSource({
        "Facebook, FACEBOOK",
        "x, X",
        "X, X",
        "Twitter, X",
        "X (Twitter), X",
        "Youtube, YOUTUBE",
        "YouTube, YOUTUBE",
        "You Tube, YOUTUBE",
        "Chaine Youtube, YOUTUBE",
        "Linkedin, LINKEDIN",
        "Linked-In, LINKEDIN",
        "WEB_FEED, WEB_FEED",
        "Fil RSS, WEB_FEED"
    })
    void aVariantOfItsSpellingMeansThePlatform(String name, String code) {
        assertThat(NAMES.meant(name)).contains(new Meant(code, true));
    }

    @ParameterizedTest
    @CsvSource({
        "Intagram, INSTAGRAM",
        "Instragram, INSTAGRAM",
        "Facebok, FACEBOOK",
        "Facebokk, FACEBOOK",
        "Linkdin, LINKEDIN",
        "Yuotube, YOUTUBE"
    })
    void oneSlipOfTheKeysIsSeenThroughAndTold(String name, String code) {
        assertThat(NAMES.meant(name)).contains(new Meant(code, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Y", "XX", "Facetime", "Instant", "Myspace", "Fcebok"})
    void whatMeansNothingIsNotGuessed(String name) {
        assertThat(NAMES.meant(name)).isEmpty();
    }
}
