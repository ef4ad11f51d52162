package ca.balise.social.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.social.platform.model.Platform;
import ca.balise.social.platform.model.PlatformName;
import ca.balise.social.platform.model.PlatformReview;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Facebook | facebook",
                "FACEBOOK | facebook",
                "face book | facebook",
                "Face-Book page | facebook",
                "facebook.com | facebook",
                "Facebook (français) | facebook",
                "FB | facebook",
                "Flickr | flickr",
                "Insta | instagram",
                "Intagram | instagram",
                "IG | instagram",
                "Linked In | linkedin",
                "LINKED_IN | linkedin",
                "Linkedin | linkedin",
                "www.linkedin.com | linkedin",
                "YouTube channel | youtube",
                "Chaîne YouTube officielle | youtube",
                "You Tube | youtube",
                "Youtube | youtube",
                "twitter | twitter",
                "Twitter.com | twitter",
                "x | x",
                "X.com | x",
                "X (Twitter) | x",
                "X (formerly Twitter) | x",
                "X (anciennement Twitter) | x",
                "Twitter / X | x",
                "ＹｏｕＴｕｂｅ | youtube",
            })
    void aNameIsKnownHoweverItIsWritten(String written, String key) {
        assertThat(PlatformName.of(written).key()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TikTok",
                "Reddit",
                "Threads",
                "Facebook Messenger",
                "Facebook Workplace",
                "Threads (Instagram)",
                "YouTube Kids",
                "LinkedIn Learning",
                "Xing",
                "Twitch",
                "微博",
                "page",
                "?",
                "Mastodon",
            })
    void whatIsNotOneOfTheSevenIsNotTakenForOne(String written) {
        assertThat(Catalogue.REGISTERED.reviewOf(PlatformName.of(written))).isEqualTo(PlatformReview.NOT_REVIEWED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Facebook", "flickr", "INSTAGRAM", "Linked In", "Pinterest", "Twitter", "YouTube channel"})
    void theSevenOfTheNoticeWereReviewedUnderTheirNames(String written) {
        assertThat(Catalogue.REGISTERED.reviewOf(PlatformName.of(written))).isEqualTo(PlatformReview.REVIEWED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X", "x.com", "X (Twitter)", "Twitter / X"})
    void xWasReviewedUnderItsFormerName(String written) {
        assertThat(Catalogue.REGISTERED.reviewOf(PlatformName.of(written)))
                .isEqualTo(PlatformReview.REVIEWED_UNDER_FORMER_NAME);
    }

    @Test
    void aPlatformIsFoundByItsFormerNameToo() {
        assertThat(Catalogue.REGISTERED.find(PlatformName.of("twitter")).map(Platform::code))
                .contains("X");
        assertThat(Catalogue.REGISTERED.find(PlatformName.of("Google+"))).isEmpty();
    }

    @Test
    void anyTextHasAForm() {
        var random = new Random(20261127);
        for (int i = 0; i < 2_000; i++) {
            int[] codePoints = random.ints(random.nextInt(12), 0, 0x3000).toArray();
            String written = new String(codePoints, 0, codePoints.length);
            assertThat(PlatformName.of(written).key()).matches("[\\p{L}\\p{N}]*");
        }
    }
}
