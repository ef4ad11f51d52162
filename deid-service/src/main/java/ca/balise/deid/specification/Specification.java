package ca.balise.deid.specification;

import ca.balise.deid.intake.model.Role;
import ca.balise.deid.release.model.Disclosure;
import ca.balise.deid.release.model.ExternalSourceKind;
import ca.balise.deid.threshold.model.Sensitivity;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a data set is and what is to be measured, as a caller describes it. It holds no data. Members not stated are unknown. */
@Schema(
        description =
                "What a data set is and what is to be measured. It holds no data. Members not stated are unknown.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Specification(
        @Schema(
                required = true,
                description = "Every column of the data with its role; a column without one is refused.")
        @Nullable
        List<@Nullable VariableBody> variables,

        @Schema(
                description =
                        "Whether each person has exactly one record. Unknown, and without a PERSON_KEY, sizes may not count persons.")
        @Nullable
        Boolean oneRecordPerPerson,

        @Schema(minimum = "3", description = "The minimum cell size chosen, in persons.") @Nullable
        Integer minimumCellSize,

        @Schema(description = "Why a minimum below the good practice was chosen.", maxLength = 4000) @Nullable
        String minimumCellSizeJustification,

        @Nullable Context context,

        @Schema(description = "OWN_CATEGORY (default): a missing value is a value like any other.") @Nullable
        MissingValues missingValues,

        @Nullable Csv csv) {

    /** One column and its role. */
    @Schema(name = "Variable")
    public record VariableBody(
            @Schema(required = true, description = "The column's name, to the letter.") @Nullable
            String name,

            @Schema(required = true) @Nullable Role role,

            @Schema(
                    description =
                            "True: a person looked at the values that have the form of identifiers, or could not all be examined, and found that they identify no one.")
            @Nullable
            Boolean notIdentifying) {}

    /** The circumstances of the disclosure. */
    @Schema(name = "DisclosureContext")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Context(
            @Nullable Disclosure disclosure,
            @Nullable Sensitivity sensitivity,

            @Schema(description = "For each kind of source, whether it can be linked to these data.") @Nullable
            List<@Nullable ExternalSource> externalSources) {}

    /** One kind of information outside the data, and whether it can be linked to them. */
    @Schema(name = "ExternalSource")
    public record ExternalSource(
            @Schema(required = true) @Nullable ExternalSourceKind kind,

            @Schema(description = "Absent or null: not assessed.") @Nullable
            Boolean linkable) {}

    /** How a missing value is treated. */
    public enum MissingValues {
        OWN_CATEGORY
    }

    /** How the CSV is written. */
    @Schema(name = "CsvDialect")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Csv(
            @Schema(minLength = 1, maxLength = 1, defaultValue = ",") @Nullable
            String delimiter,

            @Schema(defaultValue = "UTF-8", description = "UTF-8, ISO-8859-1, windows-1252 or UTF-16.") @Nullable
            String encoding,

            @Schema(
                    defaultValue = "true",
                    description = "Whether the first line names the columns; if not, the variables do, in order.")
            @Nullable
            Boolean header) {}
}
