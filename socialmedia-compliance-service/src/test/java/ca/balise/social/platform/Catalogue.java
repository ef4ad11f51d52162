package ca.balise.social.platform;

import ca.balise.kit.reasoning.BilingualText;
import ca.balise.kit.reasoning.Source;
import ca.balise.social.platform.model.CoveredUse;
import ca.balise.social.platform.model.Platform;
import ca.balise.social.platform.model.PlatformCatalogue;
import ca.balise.social.platform.model.Review;
import ca.balise.social.platform.model.ReviewSubject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Platforms on record, without a database. */
public final class Catalogue {

    /** As it is registered from the start. */
    public static final PlatformCatalogue REGISTERED = new PlatformCatalogue(Stream.concat(
                    Stream.of("Facebook", "Flickr", "Instagram", "LinkedIn", "Pinterest", "YouTube")
                            .map(name -> platform(name, List.of(), name)),
                    Stream.of(platform("X", List.of("Twitter"), "Twitter"), platform("Mastodon", List.of(), null)))
            .toList());

    private Catalogue() {}

    private static Platform platform(String name, List<String> formerNames, @Nullable String reviewed) {
        List<Review> reviews = reviewed == null
                ? List.of()
                : List.of(new Review(
                        reviewed,
                        null,
                        new BilingualText("Not stated.", "Non précisée."),
                        List.of(ReviewSubject.values()),
                        List.of(CoveredUse.values()),
                        new Source.Citation("PIN-2021-01", "Q2.list", reviewed)));
        return new Platform(new UUID(0, 1), name.toUpperCase(Locale.ROOT), name, formerNames, reviews);
    }
}
