package ca.balise.deid.specification;

import ca.balise.deid.DeidProblem;
import ca.balise.deid.intake.model.CsvDialect;
import ca.balise.deid.intake.model.Role;
import ca.balise.deid.intake.model.TextEncoding;
import ca.balise.deid.intake.model.Variable;
import ca.balise.deid.release.model.Circumstances;
import ca.balise.deid.release.model.ExternalSourceKind;
import ca.balise.deid.specification.Specification.ExternalSource;
import ca.balise.deid.specification.Specification.VariableBody;
import ca.balise.deid.specification.model.MeasureChoices;
import ca.balise.deid.specification.model.Population;
import ca.balise.deid.specification.model.Sample;
import ca.balise.deid.threshold.CheckFactors;
import ca.balise.deid.threshold.StatedFactors.AccessKind;
import ca.balise.deid.threshold.model.Factors;
import ca.balise.deid.threshold.model.MinimumCellSize;
import ca.balise.deid.threshold.model.MinimumCellSizeAdviser;
import ca.balise.deid.threshold.model.MinimumCellSizes;
import ca.balise.kit.http.language.Messages;
import ca.balise.kit.http.problem.Members;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.reasoning.RuleBook;
import ca.balise.kit.reasoning.Truth;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Use case: make sure of a specification before any data is read, and say everything that is wrong with it at once. */
@ApplicationScoped
public class CheckSpecification {

    private static final Messages MESSAGES = Messages.of(CheckSpecification.class);

    /** Longer names and texts are no description; they would be stored and repeated. */
    private static final int NAME_LIMIT = 200;

    private static final int TEXT_LIMIT = 4_000;
    private static final int VARIABLE_LIMIT = 1_000;
    private static final int SOURCE_LIMIT = 100;

    private final MinimumCellSizes minimums;
    private final MinimumCellSizeAdviser adviser;
    private final CheckFactors factors;

    CheckSpecification(RuleBook rules, MinimumCellSizeAdviser adviser, CheckFactors factors) {
        this.minimums = MinimumCellSizes.of(rules);
        this.adviser = adviser;
        this.factors = factors;
    }

    /**
     * A specification that holds together.
     *
     * @param variables every column and its role, in the order given
     * @param oneRecordPerPerson whether the caller asserts it
     * @param cleared names of columns that a person found to identify no one
     * @param dialect how a CSV is written
     * @param minimum the minimum cell size to measure at
     * @param measured what to measure, and how
     * @param circumstances what is known of the disclosure
     */
    public record Checked(
            List<Variable> variables,
            Truth oneRecordPerPerson,
            Set<String> cleared,
            CsvDialect dialect,
            MinimumCellSize minimum,
            MeasureChoices measured,
            Circumstances circumstances) {

        /** Name of the column that holds sampling weights, if one does. */
        public Optional<String> weightVariable() {
            return measured.sample().population() instanceof Population.Weights weights
                    ? Optional.of(weights.variable())
                    : Optional.empty();
        }
    }

    /**
     * Checks every member.
     *
     * @param at JSON pointer of the specification in what the caller sent; empty where it is the whole
     * @throws ProblemException with a violation for each member at fault
     */
    public Checked check(Specification specification, String at) {
        var members = new Members(DeidProblem.INVALID_SPECIFICATION, CheckSpecification.class, at);
        List<Variable> variables = variables(specification, members);
        CsvDialect dialect = dialect(specification.csv(), variables, members);
        Factors stated = factors(specification.context(), members);
        Circumstances circumstances = circumstances(specification, stated, members);
        Integer chosen = specification.minimumCellSize();
        Sample sample = new CheckSample(variables, members).check(specification.sample());
        MeasureChoices measured = new CheckMeasures(variables, members).check(specification, sample);
        if (chosen != null && chosen < minimums.floor()) {
            refuseBelowFloor(members, at);
        }
        members.throwIfAny();
        return new Checked(
                variables,
                Truth.of(specification.oneRecordPerPerson()),
                cleared(specification),
                dialect,
                minimums.decide(chosen, stated, circumstances.recommendedMinimum()),
                measured,
                circumstances);
    }

    private @Nullable Factors factors(Specification.@Nullable Context context, Members members) {
        if (context == null) {
            return null;
        }
        var disclosure = context.disclosure();
        if (context.access() == AccessKind.GOVERNED && disclosure != null && !disclosure.isControlled()) {
            members.fault("/context/access", "CONTRADICTS_DISCLOSURE");
        }
        return factors.check(context, "/context", members);
    }

    /** The one refusal that has a problem of its own, for it has a ground in the notice; among other faults it is one of them. */
    private void refuseBelowFloor(Members members, String at) {
        if (members.areSound()) {
            throw new ProblemException(DeidProblem.MINIMUM_CELL_SIZE_BELOW_FLOOR, minimums.floor())
                    .at(at + "/minimumCellSize", "BELOW_FLOOR", MESSAGES.text("BELOW_FLOOR", minimums.floor()));
        }
        members.fault("/minimumCellSize", "BELOW_FLOOR", minimums.floor());
    }

    private static List<Variable> variables(Specification specification, Members members) {
        List<Variable> variables = new ArrayList<>();
        var given = specification.variables();
        if (given == null || given.isEmpty()) {
            members.required("/variables", null);
            return variables;
        }
        if (!members.atMost("/variables", given.size(), VARIABLE_LIMIT)) {
            return variables;
        }
        for (int i = 0; i < given.size(); i++) {
            var variable = given.get(i);
            String name = variable == null ? null : variable.name();
            var role = members.required("/variables/" + i + "/role", variable == null ? null : variable.role());
            if (name == null || name.isEmpty()) {
                members.required("/variables/" + i + "/name", null);
            } else {
                members.shortEnough("/variables/" + i + "/name", name, NAME_LIMIT);
            }
            if (name != null && role != null) {
                variables.add(new Variable(name, role));
            }
        }
        requireMeasurable(variables, members);
        return List.copyOf(variables);
    }

    /** What no data could fit is said before any are sent. */
    private static void requireMeasurable(List<Variable> variables, Members members) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < variables.size(); i++) {
            if (!names.add(variables.get(i).name())) {
                members.fault("/variables/" + i + "/name", "VARIABLE_DUPLICATE");
            }
        }
        if (members.areSound() && count(variables, Role.QUASI_IDENTIFIER) == 0) {
            members.fault("/variables", "NO_QUASI_IDENTIFIER");
        }
        if (count(variables, Role.PERSON_KEY) > 1) {
            members.fault("/variables", "SEVERAL_PERSON_KEYS");
        }
    }

    private static long count(List<Variable> variables, Role role) {
        return variables.stream().filter(variable -> variable.role() == role).count();
    }

    private static Set<String> cleared(Specification specification) {
        return Objects.requireNonNullElse(specification.variables(), List.<VariableBody>of()).stream()
                .filter(variable -> variable != null && Boolean.TRUE.equals(variable.notIdentifying()))
                .map(VariableBody::name)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static CsvDialect dialect(Specification.@Nullable Csv csv, List<Variable> variables, Members members) {
        if (csv == null) {
            return CsvDialect.DEFAULT;
        }
        char delimiter = CsvDialect.DEFAULT.delimiter();
        String written = csv.delimiter();
        if (written != null) {
            if (written.length() == 1 && isDelimiter(written.charAt(0))) {
                delimiter = written.charAt(0);
            } else {
                members.fault("/csv/delimiter", "NOT_A_DELIMITER");
            }
        }
        String name = csv.encoding();
        Optional<TextEncoding> encoding =
                name == null ? Optional.of(CsvDialect.DEFAULT.encoding()) : TextEncoding.named(name);
        if (encoding.isEmpty()) {
            members.fault("/csv/encoding", "UNKNOWN_ENCODING");
        }
        Optional<List<String>> columns = Boolean.FALSE.equals(csv.header())
                ? Optional.of(variables.stream().map(Variable::name).toList())
                : Optional.empty();
        return new CsvDialect(delimiter, encoding.orElse(CsvDialect.DEFAULT.encoding()), columns);
    }

    private static boolean isDelimiter(char character) {
        return character < 128
                && character != '"'
                && (character == '\t' || (!Character.isISOControl(character) && !Character.isLetterOrDigit(character)));
    }

    private Circumstances circumstances(Specification specification, @Nullable Factors stated, Members members) {
        String justification = specification.minimumCellSizeJustification();
        if (justification != null) {
            members.shortEnough("/minimumCellSizeJustification", justification, TEXT_LIMIT);
        }
        boolean justified = justification != null && !justification.isBlank();
        int recommended =
                adviser.advise(Objects.requireNonNullElse(stated, Factors.NONE)).recommended();
        var context = specification.context();
        return context == null
                ? new Circumstances(null, null, Map.of(), justified, recommended)
                : new Circumstances(
                        context.disclosure(),
                        context.sensitivity(),
                        linkable(context.externalSources(), members),
                        justified,
                        recommended);
    }

    /** Several sources of one kind: one that can be linked is enough, and one not assessed leaves the kind unknown. */
    private static Map<ExternalSourceKind, Truth> linkable(
            @Nullable List<@Nullable ExternalSource> sources, Members members) {
        Map<ExternalSourceKind, Truth> linkable = new EnumMap<>(ExternalSourceKind.class);
        if (sources == null || !members.atMost("/context/externalSources", sources.size(), SOURCE_LIMIT)) {
            return linkable;
        }
        for (int i = 0; i < sources.size(); i++) {
            ExternalSource source = sources.get(i);
            ExternalSourceKind kind = source == null ? null : source.kind();
            if (source == null || kind == null) {
                members.required("/context/externalSources/" + i + "/kind", null);
            } else {
                linkable.merge(kind, Truth.of(source.linkable()), Truth::or);
            }
        }
        return linkable;
    }
}
