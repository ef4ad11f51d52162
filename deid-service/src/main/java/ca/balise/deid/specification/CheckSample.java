package ca.balise.deid.specification;

import ca.balise.deid.intake.model.Role;
import ca.balise.deid.intake.model.Variable;
import ca.balise.deid.specification.Specification.PopulationCell;
import ca.balise.deid.specification.Specification.PopulationCells;
import ca.balise.deid.specification.model.Population;
import ca.balise.deid.specification.model.Sample;
import ca.balise.kit.http.problem.Members;
import ca.balise.kit.reasoning.Truth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes sure of what is said of the population. */
final class CheckSample {

    private static final String AT = "/sample";
    private static final String POPULATION = AT + "/population";

    /** Cells of a population; the specification that holds them is read whole into memory. */
    private static final int CELL_LIMIT = 10_000;

    /** Persons of a population; more than live, and few enough that sums are exact. */
    private static final long PERSON_LIMIT = 100_000_000_000L;

    private final List<Variable> variables;
    private final Members members;

    CheckSample(List<Variable> variables, Members members) {
        this.variables = variables;
        this.members = members;
    }

    Sample check(Specification.@Nullable Sample sample) {
        if (sample == null) {
            return Sample.NONE;
        }
        return new Sample(population(sample), Truth.of(sample.drawnAtRandom()), Truth.of(sample.membershipKnown()));
    }

    private Population population(Specification.Sample sample) {
        long stated = Stream.of(
                        sample.fraction(), sample.populationSize(), sample.weightVariable(), sample.population())
                .filter(Objects::nonNull)
                .count();
        if (stated != 1) {
            members.fault(AT, "SAMPLE_ONE_OF");
            return new Population.Unknown();
        }
        if (sample.fraction() != null) {
            return fraction(sample.fraction());
        }
        if (sample.populationSize() != null) {
            return size(sample.populationSize());
        }
        return sample.weightVariable() != null
                ? weights(sample.weightVariable())
                : cells(Objects.requireNonNull(sample.population()));
    }

    private Population fraction(double fraction) {
        // A smaller one would be of more persons than live.
        if (!(fraction >= 1.0 / PERSON_LIMIT && fraction <= 1)) {
            members.fault(AT + "/fraction", "FRACTION_OUT_OF_RANGE");
        }
        return new Population.Fraction(fraction);
    }

    private Population size(long persons) {
        if (persons < 1 || persons > PERSON_LIMIT) {
            members.fault(AT + "/populationSize", "PERSONS_OUT_OF_RANGE", PERSON_LIMIT);
        }
        return new Population.Size(persons);
    }

    private Population weights(String variable) {
        if (variables.stream().noneMatch(known -> known.name().equals(variable) && known.role() == Role.OTHER)) {
            members.fault(AT + "/weightVariable", "WEIGHT_NOT_OTHER");
        }
        return new Population.Weights(variable);
    }

    private Population cells(PopulationCells population) {
        List<String> quasiIdentifiers = quasiIdentifiers(population);
        Map<List<String>, Long> persons = new HashMap<>();
        List<@Nullable PopulationCell> cells = population.cells();
        if (cells == null || cells.isEmpty()) {
            members.required(POPULATION + "/cells", null);
        } else if (members.atMost(POPULATION + "/cells", cells.size(), CELL_LIMIT)) {
            for (int i = 0; i < cells.size(); i++) {
                add(cells.get(i), POPULATION + "/cells/" + i, quasiIdentifiers.size(), persons);
            }
        }
        return new Population.Cells(quasiIdentifiers, persons);
    }

    private List<String> quasiIdentifiers(PopulationCells population) {
        List<String> declared = variables.stream()
                .filter(variable -> variable.role() == Role.QUASI_IDENTIFIER)
                .map(Variable::name)
                .toList();
        List<@Nullable String> named = population.quasiIdentifiers();
        if (named == null) {
            return declared;
        }
        List<String> names =
                named.stream().map(name -> Objects.requireNonNullElse(name, "")).toList();
        if (!names.stream().sorted().toList().equals(declared.stream().sorted().toList())) {
            members.fault(POPULATION + "/quasiIdentifiers", "QUASI_IDENTIFIERS_DIFFER");
        }
        return names;
    }

    private void add(@Nullable PopulationCell cell, String at, int width, Map<List<String>, Long> persons) {
        List<@Nullable String> key = members.required(at + "/key", cell == null ? null : cell.key());
        Long count = members.required(at + "/count", cell == null ? null : cell.count());
        if (key == null || count == null) {
            return;
        }
        if (key.size() != width) {
            members.fault(at + "/key", "KEY_LENGTH", width);
        }
        if (count < 0 || count > PERSON_LIMIT) {
            members.fault(at + "/count", "COUNT_OUT_OF_RANGE", PERSON_LIMIT);
        }
        // A value that is null is missing, as it is in rows.
        List<String> values =
                key.stream().map(value -> Objects.requireNonNullElse(value, "")).toList();
        if (persons.put(values, count) != null) {
            members.fault(at + "/key", "POPULATION_CELL_DUPLICATE");
        }
    }
}
