package ca.balise.deid.release.model;

import ca.balise.deid.cells.model.ColumnProfile;
import ca.balise.deid.cells.model.IdentifierKind;
import ca.balise.deid.cells.model.IdentifierKind.Directness;
import ca.balise.deid.intake.model.Role;
import ca.balise.deid.intake.model.Variable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the columns hold, whatever role they were given (PIN-2020-03 §5.1.2: « les champs du jeu de données »). Each list is of column
 * names, in the order of the data. A person key is left out, for it stays behind; so are columns that a person has looked at.
 *
 * @param declared columns declared as direct identifiers
 * @param looksDirect columns most of whose values have the form of a direct identifier
 * @param maybeDirect columns some of whose values have that form
 * @param indirectWithoutRole columns that look like an indirect identifier but are not declared as quasi-identifiers
 * @param partlyExamined columns of which not every value was examined
 * @param nearlyUnique columns outside the measure with nearly as many values as records
 * @param cleared columns of which a person states that they identify nobody
 */
public record IdentifierFindings(
        List<String> declared,
        List<String> looksDirect,
        List<String> maybeDirect,
        List<String> indirectWithoutRole,
        List<String> partlyExamined,
        List<String> nearlyUnique,
        List<String> cleared) {

    /** Nothing was found. */
    public static final IdentifierFindings NONE =
            new IdentifierFindings(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /**
     * The shares from which a finding is made; they are ours, and stand in the rule book.
     *
     * @param looksDirect share of matches, beyond what chance would give, from which a column is taken for an identifier
     * @param nearlyUnique distinct values per record from which a column can single people out
     */
    public record Shares(double looksDirect, double nearlyUnique) {}

    /**
     * Finds what the columns hold.
     *
     * @param cleared names of columns of which a person states that they identify nobody
     */
    public static IdentifierFindings of(
            List<ColumnProfile> profiles, List<Variable> variables, Set<String> cleared, Shares shares) {
        Map<String, Role> roles = variables.stream().collect(Collectors.toMap(Variable::name, Variable::role));
        Predicate<ColumnProfile> judged = profile -> roles.get(profile.name()) != Role.PERSON_KEY
                && roles.get(profile.name()) != Role.DIRECT_IDENTIFIER
                && !cleared.contains(profile.name());
        Predicate<ColumnProfile> outside = judged.and(profile -> roles.get(profile.name()) != Role.QUASI_IDENTIFIER);
        Predicate<ColumnProfile> looksDirect = profile -> looks(profile, Directness.DIRECT, shares.looksDirect());
        return new IdentifierFindings(
                names(profiles, profile -> roles.get(profile.name()) == Role.DIRECT_IDENTIFIER),
                names(profiles, judged.and(looksDirect)),
                names(profiles, judged.and(looksDirect.negate()).and(IdentifierFindings::hasDirect)),
                names(profiles, outside.and(profile -> looks(profile, Directness.INDIRECT, shares.looksDirect()))),
                names(profiles, judged.and(looksDirect.negate()).and(profile -> !profile.shareExact())),
                names(
                        profiles,
                        judged.and(
                                profile -> roles.get(profile.name()) == Role.OTHER && isNearlyUnique(profile, shares))),
                names(profiles, profile -> cleared.contains(profile.name())));
    }

    /** Whether so many values match one kind that chance does not explain it: the share asked for, of what chance leaves. */
    private static boolean looks(ColumnProfile profile, Directness directness, double asked) {
        return Arrays.stream(IdentifierKind.values())
                .filter(kind -> kind.directness() == directness)
                .anyMatch(kind -> profile.share(kind).orElse(0) >= kind.chance() + asked * (1 - kind.chance()));
    }

    private static boolean hasDirect(ColumnProfile profile) {
        return Arrays.stream(IdentifierKind.values())
                .anyMatch(kind -> kind.directness() == Directness.DIRECT
                        && profile.share(kind).orElse(0) > 0);
    }

    private static boolean isNearlyUnique(ColumnProfile profile, Shares shares) {
        long present = profile.records() - profile.missing();
        // A count that is not exact was cut off: there are more distinct values than anyone would look at.
        return present > 0 && (!profile.distinctExact() || profile.distinct() >= shares.nearlyUnique() * present);
    }

    private static List<String> names(List<ColumnProfile> profiles, Predicate<ColumnProfile> which) {
        return profiles.stream().filter(which).map(ColumnProfile::name).toList();
    }
}
