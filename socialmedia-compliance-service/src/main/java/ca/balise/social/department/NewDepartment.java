package ca.balise.social.department;

import ca.balise.kit.http.problem.Members;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A department or a sub-unit as a caller describes it. Nothing in it is about a person. */
@Schema(description = "A department, or a sub-unit of one. Nothing in it is about a person.")
public record NewDepartment(
        @Schema(
                required = true,
                description = "Code of the institution whose record it is.",
                pattern = "^" + Members.CODE_PATTERN + "$",
                examples = "HC")
        @Nullable
        String institution,

        @Schema(required = true) @Nullable Name name,

        @Schema(
                description =
                        "Its number in the Government of Canada’s list of organizations (gc_orgID of gc-org-info). Absent or null: not known. No two departments have the same.",
                minimum = "1",
                maximum = "999999")
        @Nullable
        Integer orgNumber,

        @Schema(description = "Its abbreviations. Absent or null: it has none.") @Nullable
        Abbreviations abbreviation,

        @Schema(
                description =
                        "Other names that are written for it in lists, in either language: its legal title, a former name.",
                maxItems = 20)
        @Nullable
        List<@Nullable String> otherNames,

        @Schema(
                description =
                        "The FAA schedules that list it. Absent, null or empty: none is known; a sub-unit then stands as its department does.",
                maxItems = 6)
        @Nullable
        List<@Nullable ScheduleBody> faaSchedules,

        @Schema(
                description =
                        "Whether it is a department as the Policy on Communications and Federal Identity defines one. Absent or null: not known.")
        @Nullable
        Boolean policyDepartment,

        @Nullable ParentDepartment parent) {

    /** The name in both languages. */
    @Schema(name = "NewDepartmentName")
    public record Name(
            @Schema(required = true, maxLength = 300, examples = "Health Canada") @Nullable
            String en,

            @Schema(required = true, maxLength = 300, examples = "Santé Canada") @Nullable
            String fr) {}

    /** The abbreviation in each language, where there is one. */
    @Schema(
            name = "DepartmentAbbreviation",
            description = "The abbreviation in each language; null where there is none.")
    public record Abbreviations(
            @Schema(maxLength = 32, examples = "HC") @Nullable
            String en,

            @Schema(maxLength = 32, examples = "SC") @Nullable
            String fr) {}

    /** The department of a sub-unit: of the same institution, and no sub-unit itself. */
    @Schema(name = "NewDepartmentParent", description = "The department of a sub-unit.")
    public record ParentDepartment(
            @Schema(required = true, description = "A department of the same institution, no sub-unit itself.")
            @Nullable
            UUID id,

            @Schema(required = true, maxLength = 300, description = "What shows that it is its department.") @Nullable
            String basis) {}
}
