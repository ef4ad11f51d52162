package ca.balise.kit.store.trail;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a verification starts from, as a caller says it. */
@Schema(description = "What is known of the chain from elsewhere. May be left out.")
public record VerificationRequest(@Nullable Anchor anchor) {

    /** A place through which the chain led at an earlier verification. */
    @Schema(name = "ChainAnchor", description = "The head of an earlier verification.")
    public record Anchor(
            @Schema(required = true, minimum = "1") @Nullable
            Long sequence,

            @Schema(required = true, pattern = "^[0-9a-f]{64}$") @Nullable
            String hash) {}
}
