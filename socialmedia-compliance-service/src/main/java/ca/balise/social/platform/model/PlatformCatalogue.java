package ca.balise.social.platform.model;

import java.util.List;
import java.util.Optional;

/**
 * The platforms on record.
 *
 * @param platforms each of them
 */
public record PlatformCatalogue(List<Platform> platforms) {

    public PlatformCatalogue {
        platforms = List.copyOf(platforms);
    }

    /** The platform of this name, of today or of before. */
    public Optional<Platform> find(PlatformName name) {
        return platforms.stream().filter(name::isOf).findFirst();
    }

    /** How a platform stands under the name by which it was called; one that is not on record was not reviewed. */
    public PlatformReview reviewOf(PlatformName name) {
        return find(name).map(platform -> platform.reviewAs(name)).orElse(PlatformReview.NOT_REVIEWED);
    }
}
