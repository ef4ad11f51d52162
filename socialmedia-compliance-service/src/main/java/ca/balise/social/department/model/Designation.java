package ca.balise.social.department.model;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * By what else than its name a department is called in a list.
 *
 * @param orgNumber its number in the Government of Canada's list of organizations ({@code gc_orgID} of gc-org-info); {@code null} if
 *     not known
 * @param abbreviationEn its abbreviation in English, if it has one
 * @param abbreviationFr its abbreviation in French, if it has one
 * @param otherNames other names that are written for it, in either language: the legal title, a former name
 */
public record Designation(
        @Nullable Integer orgNumber,
        @Nullable String abbreviationEn,
        @Nullable String abbreviationFr,
        List<String> otherNames) {

    /** Nothing but the name. */
    public static final Designation NONE = new Designation(null, null, null, List.of());

    public Designation {
        otherNames = List.copyOf(otherNames);
    }

    /** Every other name and abbreviation, each once. */
    public List<String> all() {
        return Stream.concat(otherNames.stream(), Stream.of(abbreviationEn, abbreviationFr))
                .filter(name -> name != null)
                .distinct()
                .toList();
    }
}
