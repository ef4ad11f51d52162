package ca.balise.social.department.model;

import ca.balise.kit.reasoning.BilingualText;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A department by everything that it is called.
 *
 * @param id its id
 * @param institution whose record it is
 * @param name its name
 * @param orgNumber its number in the list of organizations
 * @param otherNames its other names and abbreviations
 */
public record NamedDepartment(
        UUID id,
        String institution,
        BilingualText name,
        @Nullable Integer orgNumber,
        List<String> otherNames) {

    public NamedDepartment {
        otherNames = List.copyOf(otherNames);
    }

    Stream<String> names() {
        return Stream.concat(Stream.of(name.en(), name.fr()), otherNames.stream());
    }
}
