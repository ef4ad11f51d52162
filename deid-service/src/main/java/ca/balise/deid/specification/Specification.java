package ca.balise.deid.specification;

import ca.balise.deid.intake.model.Role;
import ca.balise.deid.release.model.Disclosure;
import ca.balise.deid.release.model.ExternalSourceKind;
import ca.balise.deid.specification.model.Closeness.Distance;
import ca.balise.deid.specification.model.MissingValues;
import ca.balise.deid.threshold.StatedFactors;
import ca.balise.deid.threshold.model.Factors.Collection;
import ca.balise.deid.threshold.model.Factors.Coverage;
import ca.balise.deid.threshold.model.Factors.Granularity;
import ca.balise.deid.threshold.model.Factors.PossibleHarm;
import ca.balise.deid.threshold.model.Sensitivity;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
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
                maxItems = 1000,
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

        @Nullable Sample sample,

        @Schema(
                description =
                        "OWN_CATEGORY (default): a missing value is a value like any other. MATCHES_ANYTHING: it may be any, and so may an asterisk; sizes are then those of overlapping groups.")
        @Nullable
        MissingValues missingValues,

        @Nullable Measures measures,

        @Nullable Csv csv) {

    /** Pointers of the members that hold values of the data. */
    List<String> membersWithValues() {
        List<String> pointers = new ArrayList<>();
        if (sample != null && sample.population() != null) {
            pointers.add("/sample/population");
        }
        var closeness = measures == null ? null : measures.closeness();
        for (int i = 0; closeness != null && i < closeness.size(); i++) {
            ClosenessChoice choice = closeness.get(i);
            if (choice != null && choice.order() != null) {
                pointers.add("/measures/closeness/" + i + "/order");
            }
            if (choice != null && choice.hierarchy() != null) {
                pointers.add("/measures/closeness/" + i + "/hierarchy");
            }
        }
        return pointers;
    }

    /** One column and its role. */
    @Schema(name = "Variable")
    public record VariableBody(
            @Schema(required = true, maxLength = 200, description = "The column's name, to the letter.") @Nullable
            String name,

            @Schema(required = true) @Nullable Role role,

            @Schema(
                    description =
                            "True: a person looked at the values that have the form of identifiers, or could not all be examined, and found that they identify no one.")
            @Nullable
            Boolean notIdentifying) {}

    /** The circumstances of the disclosure, and the factors that a minimum cell size is recommended from. */
    @Schema(
            name = "DisclosureContext",
            description =
                    "The circumstances of the disclosure. Where no minimumCellSize is chosen, the size is recommended from the factors of PIN-2020-03 §5.1.3 stated here.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Context(
            @Nullable Disclosure disclosure,
            @Nullable Sensitivity sensitivity,

            @Schema(maxItems = 100, description = "For each kind of source, whether it can be linked to these data.")
            @Nullable
            List<@Nullable ExternalSource> externalSources,

            @Nullable PossibleHarm possibleHarm,
            @Nullable Boolean vulnerableGroups,
            @Nullable Granularity granularity,

            @Schema(minimum = "0", maximum = "200", description = "Age of the data in whole years.") @Nullable
            Integer dataAgeYears,

            @Nullable Boolean confidentialityExpected,
            @Nullable Coverage coverage,
            @Nullable Collection collection,
            @Nullable AccessKind access,

            @Schema(description = "Under GOVERNED: the law allows the communication.") @Nullable
            Boolean legalAuthority,

            @Schema(description = "Under GOVERNED: the recipient is a trusted entity, such as another department.")
            @Nullable
            Boolean trustedRecipient,

            @Schema(description = "Under GOVERNED: the recipient is bound by an information-sharing agreement.")
            @Nullable
            Boolean agreement,

            @Schema(description = "Under GOVERNED: the other measures that manage the risk are written down.") @Nullable
            Boolean otherMeasuresRecorded,

            @Nullable Boolean routineRelease,

            @Schema(minimum = "3", maximum = "1000000", description = "The size the series of releases already uses.")
            @Nullable
            Integer seriesMinimumCellSize,

            @Nullable Boolean publicInformation)
            implements StatedFactors {}

    /** One kind of information outside the data, and whether it can be linked to them. */
    @Schema(name = "ExternalSource")
    public record ExternalSource(
            @Schema(required = true) @Nullable ExternalSourceKind kind,

            @Schema(description = "Absent or null: not assessed.") @Nullable
            Boolean linkable) {}

    /** What is known of the population that the data were drawn from, by one of the first four members, and of how. */
    @Schema(
            name = "Sample",
            description =
                    "What is known of the population that the data were drawn from: exactly one of fraction, populationSize, weightVariable and population; and how they were drawn. Absent: the population is unknown.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Sample(
            @Schema(description = "Share of the population that is in the data, over 0, at most 1.") @Nullable
            Double fraction,

            @Schema(minimum = "1", description = "Persons of the population.") @Nullable
            Long populationSize,

            @Schema(
                    description =
                            "Name of a column of role OTHER: how many persons of the population each record stands for.")
            @Nullable
            String weightVariable,

            @Nullable PopulationCells population,

            @Schema(
                    description =
                            "Whether chance alone chose who is in the data. False: nothing is estimated. Absent: unknown, and the verdict rests on nothing estimated.")
            @Nullable
            Boolean drawnAtRandom,

            @Schema(
                    description =
                            "Whether somebody can know who is in the data. True: nothing is estimated, for an attacker needs no population.")
            @Nullable
            Boolean membershipKnown) {}

    /** The population counted by cell. It holds values, so that a specification with it is not kept. */
    @Schema(
            name = "PopulationCells",
            description = "The population, counted by cell. A specification that holds it cannot be stored.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PopulationCells(
            @Schema(description = "The quasi-identifiers in the order of the keys; by default that of variables.")
            @Nullable
            List<@Nullable String> quasiIdentifiers,

            @Schema(required = true, maxItems = 10_000) @Nullable
            List<@Nullable PopulationCell> cells) {}

    /** One cell of a population. */
    @Schema(name = "PopulationCell")
    public record PopulationCell(
            @Schema(required = true, description = "A value for each quasi-identifier, as it is written in the data.")
            @Nullable
            List<@Nullable String> key,

            @Schema(required = true, minimum = "0", description = "Persons of the population in it.") @Nullable
            Long count) {}

    /** What is measured beyond the sizes, and how. */
    @Schema(name = "MeasureChoices")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Measures(
            @Schema(description = "Default: up to 3, or as many as take no noticeable time.") @Nullable
            UpTo combinations,

            @Schema(description = "Default: up to 3, or as many as take no noticeable time; all but one at most.")
            @Nullable
            UpTo specialUniques,

            @Schema(description = "c of recursive (c, l)-diversity, over 0.", defaultValue = "3") @Nullable
            Double recursiveC,

            @Schema(
                    description =
                            "How far apart the values of a sensitive variable are; by default NUMERIC where all are numbers, else EQUAL.")
            @Nullable
            List<@Nullable ClosenessChoice> closeness) {}

    /** How large the combinations of quasi-identifiers are that are looked at. */
    @Schema(name = "UpTo")
    public record UpTo(
            @Schema(
                    required = true,
                    minimum = "1",
                    maximum = "62",
                    description =
                            "Quasi-identifiers at a time. What would take too long is cut down, and the answer says so.")
            @Nullable
            Integer maximumSize) {}

    /** How far apart the values of one sensitive variable are held to be. */
    @Schema(name = "ClosenessChoice")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ClosenessChoice(
            @Schema(required = true, description = "Name of a SENSITIVE variable.") @Nullable
            String variable,

            @Schema(required = true) @Nullable Distance distance,

            @Schema(
                    description =
                            "For ORDERED: its values in their order; without it they are numbers. A specification that holds it cannot be stored.")
            @Nullable
            List<@Nullable String> order,

            @Schema(
                    description =
                            "For HIERARCHICAL: for each value a row from it to its parent and on upwards, all of one length; a last name that all share is the root. A specification that holds it cannot be stored.")
            @Nullable
            List<@Nullable List<@Nullable String>> hierarchy) {}

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
