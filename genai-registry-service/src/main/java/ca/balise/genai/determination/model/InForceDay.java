package ca.balise.genai.determination.model;

import static ca.balise.genai.determination.model.SuspensionFacts.IN_FORCE_FROM;
import static ca.balise.genai.determination.model.SuspensionFacts.IN_FORCE_NOT_LATER_THAN;

import ca.balise.kit.reasoning.Fact;
import ca.balise.kit.reasoning.Inquiry;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Other days beside the one on which the suspension came into force. The day itself is neither before nor after it (G-A18). Where it
 * is not known it lies in a gap: from the first day of the year in the instrument's number to the latest day possible (G-A6).
 */
final class InForceDay {

    private final LocalDate earliest;

    InForceDay(LocalDate earliest) {
        this.earliest = earliest;
    }

    /** Where a day lies. */
    enum Place {
        NOT_STATED,
        BEFORE,
        ON,
        AFTER,
        /** On the day or after it, which of the two depends on a day that is not known. */
        ON_OR_AFTER,
        OPEN
    }

    /** Where a day lies, the day in force being read as G-A6 says where it is not known. */
    Place place(Inquiry look, Fact<LocalDate> stated) {
        LocalDate from = look.known(IN_FORCE_FROM);
        Place place = from == null ? placeInTheGap(look, stated) : placeBy(look, stated, from);
        if (place == Place.ON) {
            look.takesOther(OpenPoint.THE_DAY_IS_AFTER);
        }
        return place;
    }

    /**
     * Whether the day in force is not known, nor settled by G-A6: of a day that nobody states it cannot be said then that it does not
     * lie before, or after.
     */
    boolean isOpen(Inquiry look) {
        if (look.known(IN_FORCE_FROM) != null || look.takesOther(OpenPoint.FAQ_DATE_IS_IN_FORCE_DATE)) {
            return false;
        }
        look.ask(IN_FORCE_FROM, day -> day != null, List.of(latest(look)));
        return true;
    }

    /** Whether a day is known to lie before the day in force, which is known: all that a brief inquiry needs. */
    static boolean isKnownBefore(Inquiry look, Fact<LocalDate> stated, LocalDate from) {
        return look.ask(stated, day -> day != null && day.isBefore(from), List.of(from.minusDays(1), from));
    }

    /** Whether a day is known to lie after the day in force, which is known, and by the day judged. */
    static boolean isKnownAfter(Inquiry look, Fact<LocalDate> stated, LocalDate from) {
        LocalDate asOf = look.asOf();
        return look.ask(
                stated,
                day -> day != null && day.isAfter(from) && !day.isAfter(asOf),
                List.of(from, from.plusDays(1), asOf.plusDays(1)));
    }

    private static Place placeBy(Inquiry look, Fact<LocalDate> stated, LocalDate from) {
        return look.ask(stated, day -> place(day, from), List.of(from.minusDays(1), from, from.plusDays(1)));
    }

    private Place placeInTheGap(Inquiry look, Fact<LocalDate> stated) {
        LocalDate latest = latest(look);
        Place place = look.ask(
                stated,
                day -> placeInTheGap(day, latest),
                List.of(earliest.minusDays(1), earliest, latest, latest.plusDays(1)));
        if (place != Place.OPEN && place != Place.ON_OR_AFTER) {
            return place;
        }
        if (look.takesOther(OpenPoint.FAQ_DATE_IS_IN_FORCE_DATE)) {
            return placeBy(look, stated, latest);
        }
        suppose(look, stated, latest);
        return place;
    }

    /** The latest day possible. It is known: else R5 would have concluded that nothing can be said. */
    private static LocalDate latest(Inquiry look) {
        return Objects.requireNonNull(look.known(IN_FORCE_NOT_LATER_THAN));
    }

    private static Place place(@Nullable LocalDate day, LocalDate from) {
        if (day == null) {
            return Place.NOT_STATED;
        }
        return day.isBefore(from) ? Place.BEFORE : day.isAfter(from) ? Place.AFTER : Place.ON;
    }

    private Place placeInTheGap(@Nullable LocalDate day, LocalDate latest) {
        if (day == null) {
            return Place.NOT_STATED;
        }
        if (day.isBefore(earliest)) {
            return Place.BEFORE;
        }
        if (day.isBefore(latest)) {
            return Place.OPEN;
        }
        return day.isAfter(latest) ? Place.AFTER : Place.ON_OR_AFTER;
    }

    /** The days on which the suspension can have come into force, about the one stated. */
    private void suppose(Inquiry look, Fact<LocalDate> stated, LocalDate latest) {
        LocalDate day = Objects.requireNonNull(look.known(stated));
        List<LocalDate> telling = List.of(day.minusDays(1), day, day.plusDays(1)).stream()
                .filter(supposed -> !supposed.isBefore(earliest) && !supposed.isAfter(latest))
                .toList();
        look.ask(IN_FORCE_FROM, from -> from == null ? Place.OPEN : place(day, from), telling);
    }
}
