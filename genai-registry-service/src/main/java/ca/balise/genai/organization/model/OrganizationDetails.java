package ca.balise.genai.organization.model;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is declared of a public body.
 *
 * @param institution code of the institution whose record it is
 * @param nameFr its official name in French
 * @param nameEn its name in English, where it has one
 * @param categories its categories, oldest period first; no two share a day
 */
public record OrganizationDetails(
        String institution, String nameFr, @Nullable String nameEn, List<DatedCategory> categories) {

    public OrganizationDetails {
        categories = categories.stream()
                .sorted(Comparator.comparing(DatedCategory::from))
                .toList();
    }
}
