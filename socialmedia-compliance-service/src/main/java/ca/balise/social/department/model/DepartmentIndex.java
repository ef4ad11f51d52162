package ca.balise.social.department.model;

import ca.balise.social.department.model.OrganizationMatch.Contradicted;
import ca.balise.social.department.model.OrganizationMatch.Found;
import ca.balise.social.department.model.OrganizationMatch.FoundByVariant;
import ca.balise.social.department.model.OrganizationMatch.NumberUnknown;
import ca.balise.social.department.model.OrganizationMatch.Unknown;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every department by what it is called, to find the one that a row of a list speaks of. */
public final class DepartmentIndex {

    private final Map<UUID, NamedDepartment> byId = new HashMap<>();
    private final Map<Integer, NamedDepartment> byNumber = new HashMap<>();
    private final Map<String, Set<NamedDepartment>> byName = new HashMap<>();
    private final Map<Set<String>, Set<NamedDepartment>> byWords = new HashMap<>();

    public DepartmentIndex(List<NamedDepartment> departments) {
        for (NamedDepartment department : departments) {
            byId.put(department.id(), department);
            if (department.orgNumber() != null) {
                byNumber.put(department.orgNumber(), department);
            }
            department.names().forEach(name -> {
                byName.computeIfAbsent(OrganizationName.exact(name), _ -> new LinkedHashSet<>())
                        .add(department);
                Set<String> words = OrganizationName.significant(name);
                if (!words.isEmpty()) {
                    byWords.computeIfAbsent(words, _ -> new LinkedHashSet<>()).add(department);
                }
            });
        }
    }

    /** The department of this id. */
    public @Nullable NamedDepartment withId(UUID id) {
        return byId.get(id);
    }

    /** The department of this number. */
    public @Nullable NamedDepartment withNumber(int orgNumber) {
        return byNumber.get(orgNumber);
    }

    /** The department that is called exactly so; {@code null} if none is, or several are. */
    public @Nullable NamedDepartment called(String name) {
        return only(byName.get(OrganizationName.exact(name)));
    }

    /**
     * The department that a row speaks of.
     *
     * @param name as the row writes it
     * @param orgNumber the number it gives; {@code null} if it gives none
     */
    public OrganizationMatch match(String name, @Nullable Integer orgNumber) {
        NamedDepartment called = called(name);
        NamedDepartment meant = called == null ? only(byWords.get(OrganizationName.significant(name))) : called;
        if (orgNumber == null) {
            return meant == null ? new Unknown() : called == null ? new FoundByVariant(meant) : new Found(meant);
        }
        NamedDepartment numbered = byNumber.get(orgNumber);
        if (numbered == null) {
            return withoutNumber(meant);
        }
        if (isCalled(numbered, name)) {
            return new Found(numbered);
        }
        if (meant != null) {
            return meant.equals(numbered) ? new Found(meant) : new Contradicted(meant);
        }
        return isAlsoOf(numbered, name) ? new FoundByVariant(numbered) : new Contradicted(null);
    }

    private static OrganizationMatch withoutNumber(@Nullable NamedDepartment meant) {
        if (meant == null) {
            return new Unknown();
        }
        // It has a number, and this is not it.
        return meant.orgNumber() == null ? new NumberUnknown(meant) : new Contradicted(meant);
    }

    /** Also by an abbreviation that another one has too: the number says whose it is. */
    private static boolean isCalled(NamedDepartment numbered, String name) {
        String exact = OrganizationName.exact(name);
        return !exact.isEmpty()
                && numbered.names().anyMatch(own -> OrganizationName.exact(own).equals(exact));
    }

    private static boolean isAlsoOf(NamedDepartment numbered, String name) {
        Set<String> words = OrganizationName.significant(name);
        return numbered.names().anyMatch(own -> OrganizationName.resembles(words, OrganizationName.significant(own)));
    }

    private static @Nullable NamedDepartment only(@Nullable Set<NamedDepartment> found) {
        return found == null || found.size() != 1 ? null : found.iterator().next();
    }
}
