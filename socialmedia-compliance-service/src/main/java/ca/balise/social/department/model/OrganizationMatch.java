package ca.balise.social.department.model;

import org.jspecify.annotations.Nullable;

/**
 * Which department a row of a list is of, by the name and the number it gives. Neither is believed against the other: a number that
 * belongs to another body would put the account under that body's schedules, and so perhaps out of the notice's reach.
 */
public sealed interface OrganizationMatch {

    /** The department, or {@code null} where it is not known. */
    @Nullable
    NamedDepartment department();

    /** It is this one, by all that the row says. */
    record Found(NamedDepartment department) implements OrganizationMatch {}

    /** It is this one, under a name that is none of its names: by its significant words, or by the number and half of them. */
    record FoundByVariant(NamedDepartment department) implements OrganizationMatch {}

    /** The number is another body's. The name decides, where it names one. */
    record Contradicted(@Nullable NamedDepartment department) implements OrganizationMatch {}

    /** The name says which one; the number is none that we know. */
    record NumberUnknown(NamedDepartment department) implements OrganizationMatch {}

    /** Nothing that the row says names one, or it names several. */
    record Unknown() implements OrganizationMatch {

        @Override
        public @Nullable NamedDepartment department() {
            return null;
        }
    }
}
