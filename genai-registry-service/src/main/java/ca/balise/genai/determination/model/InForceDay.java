package ca.balise.genai.determination.model;

import static ca.balise.genai.determination.model.SuspensionFacts.IN_FORCE_FROM;
import static ca.balise.genai.determination.model.SuspensionFacts.IN_FORCE_NOT_LATER_THAN;

import ca.balise.kit.reasoning.Fact;
import ca.balise.kit.reasoning.Inquiry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
        LocalDate latest = from == null ? look.known(IN_FORCE_NOT_LATER_THAN) : null;
        Place place = ask(look, stated, from, latest);
        if (place == Place.OPEN || place == Place.ON_OR_AFTER) {
            if (look.takesOther(OpenPoint.FAQ_DATE_IS_IN_FORCE_DATE) && latest != null) {
                place = ask(look, stated, latest, latest);
            } else {
                suppose(look, stated, latest);
            }
        }
        if (place == Place.ON) {
            look.takesOther(OpenPoint.THE_DAY_IS_AFTER);
        }
        return place;
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

    private Place ask(Inquiry look, Fact<LocalDate> stated, @Nullable LocalDate from, @Nullable LocalDate latest) {
        List<LocalDate> telling = new ArrayList<>();
        if (from != null) {
            telling.addAll(List.of(from.minusDays(1), from, from.plusDays(1)));
        } else {
            telling.addAll(List.of(earliest.minusDays(1), earliest));
            if (latest != null) {
                telling.addAll(List.of(latest, latest.plusDays(1)));
            }
        }
        return look.ask(stated, day -> place(day, from, latest), telling);
    }

    private Place place(@Nullable LocalDate day, @Nullable LocalDate from, @Nullable LocalDate latest) {
        if (day == null) {
            return Place.NOT_STATED;
        }
        if (from != null) {
            return day.isBefore(from) ? Place.BEFORE : day.isAfter(from) ? Place.AFTER : Place.ON;
        }
        if (day.isBefore(earliest)) {
            return Place.BEFORE;
        }
        if (latest == null || day.isBefore(latest)) {
            return Place.OPEN;
        }
        return day.isAfter(latest) ? Place.AFTER : Place.ON_OR_AFTER;
    }

    /** The days on which the suspension can have come into force, about the one stated. */
    private void suppose(Inquiry look, Fact<LocalDate> stated, @Nullable LocalDate latest) {
        LocalDate day = look.known(stated);
        if (day != null) {
            List<LocalDate> telling = List.of(day.minusDays(1), day, day.plusDays(1)).stream()
                    .filter(supposed -> !supposed.isBefore(earliest) && (latest == null || !supposed.isAfter(latest)))
                    .toList();
            look.ask(IN_FORCE_FROM, from -> place(day, from, latest), telling);
            look.ask(IN_FORCE_NOT_LATER_THAN, last -> place(day, null, last), List.of(day.minusDays(1), day));
        }
    }
}
