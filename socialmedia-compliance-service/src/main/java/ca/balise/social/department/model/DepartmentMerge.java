package ca.balise.social.department.model;

import ca.balise.kit.reasoning.Truth;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a list of organizations changes among the departments. A department that was registered or changed by hand since the last list
 * is only completed, never changed: what a person stated stands above what a list says, and the difference is told.
 */
public final class DepartmentMerge {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_IN_A_CODE = Pattern.compile("[^A-Z0-9]+");
    private static final int LONGEST_CODE = 32;

    private DepartmentMerge() {}

    /**
     * A department as it is kept.
     *
     * @param id its id
     * @param details what is stated of it
     * @param followsList whether nobody changed it since a list did
     */
    public record Kept(UUID id, DepartmentDetails details, boolean followsList) {}

    /**
     * What is to be done for a row.
     *
     * @param line the row
     * @param id the department that is there; {@code null}: it is new
     * @param details what will be stated of it
     * @param changes whether anything has to be written
     * @param kept whether the list says something else and is not followed
     */
    public record Step(long line, @Nullable UUID id, DepartmentDetails details, boolean changes, boolean kept) {}

    /** The steps, one for each row in its order. */
    public static List<Step> plan(List<Kept> departments, List<ListedDepartment> list) {
        Map<Integer, Kept> byNumber = new HashMap<>();
        Map<String, List<Kept>> withoutNumber = new HashMap<>();
        Set<String> codes = new HashSet<>();
        for (Kept department : departments) {
            codes.add(department.details().institution());
            Integer number = department.details().designation().orgNumber();
            if (number != null) {
                byNumber.put(number, department);
            } else if (department.details().parent() == null) {
                withoutNumber
                        .computeIfAbsent(
                                OrganizationName.exact(
                                        department.details().name().en()),
                                _ -> new ArrayList<>())
                        .add(department);
            }
        }
        List<Step> steps = new ArrayList<>();
        for (ListedDepartment listed : list) {
            Kept known = byNumber.get(listed.designation().orgNumber());
            if (known == null) {
                List<Kept> namesakes = withoutNumber.remove(
                        OrganizationName.exact(listed.name().en()));
                known = namesakes != null && namesakes.size() == 1 ? namesakes.getFirst() : null;
            }
            steps.add(known == null ? registration(listed, codes) : change(listed, known));
        }
        return steps;
    }

    private static Step registration(ListedDepartment listed, Set<String> codes) {
        String institution = listed.institution() == null ? ownCode(listed, codes) : listed.institution();
        codes.add(institution);
        return new Step(
                listed.line(),
                null,
                new DepartmentDetails(
                        institution, listed.name(), listed.designation(), listed.schedules(), Truth.UNKNOWN, null),
                true,
                false);
    }

    /** Its English abbreviation, unless somebody else's records go by it; else its number. */
    private static String ownCode(ListedDepartment listed, Set<String> codes) {
        String abbreviation = listed.designation().abbreviationEn();
        String code = abbreviation == null
                ? ""
                : NOT_IN_A_CODE
                        .matcher(MARKS.matcher(Normalizer.normalize(abbreviation, Normalizer.Form.NFKD))
                                .replaceAll("")
                                .toUpperCase(Locale.ROOT))
                        .replaceAll("-");
        boolean usable = code.matches("[A-Z0-9][A-Z0-9-]*") && code.length() <= LONGEST_CODE && !codes.contains(code);
        return usable ? code : "GC-" + listed.designation().orgNumber();
    }

    private static Step change(ListedDepartment listed, Kept known) {
        DepartmentDetails asListed = listed.over(known.details());
        DepartmentDetails next = known.followsList() ? asListed : listed.under(known.details());
        return new Step(listed.line(), known.id(), next, !next.equals(known.details()), !next.equals(asListed));
    }
}
