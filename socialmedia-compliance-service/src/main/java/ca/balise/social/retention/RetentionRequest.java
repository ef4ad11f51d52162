package ca.balise.social.retention;

import ca.balise.social.determination.model.Purpose;
import ca.balise.social.retention.model.RecordKind;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A record to judge. Every fact may be {@code null} or left out, and is unknown then. */
@Schema(
        description =
                "A record to judge. A fact that is null or left out is unknown; a record of which too little is known is kept.")
public record RetentionRequest(
        @Schema(required = true, description = "The day judged.", examples = "2026-11-02") @Nullable
        LocalDate asOf,

        @Schema(required = true) @Nullable Stated record) {

    /** The facts of the record. */
    @Schema(name = "RetentionRecord")
    public record Stated(
            @Nullable RecordKind kind,
            @Nullable Purpose purpose,
            @Nullable LocalDate lastAdministrativeUse,
            @Nullable Boolean stillNeeded,
            @Nullable LocalDate neededUntil,

            @Schema(
                    maxItems = 50,
                    description =
                            "What the record holds: HANDLE and COMMENT count; any other text is not repeated. Names of what it holds, never what it holds.")
            @Nullable
            List<@Nullable String> items,

            @Schema(description = "Left out, it is taken for none, with a warning before anything is destroyed.")
            @Nullable
            Boolean legalHold,

            @Schema(description = "Left out, it is taken for none, with a warning before anything is destroyed.")
            @Nullable
            Boolean accessRequestPending) {}
}
