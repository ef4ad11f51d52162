package ca.balise.social.department;

import ca.balise.social.department.model.FaaSchedule;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A schedule of the Financial Administration Act on the wire, written as the Act writes it. */
@Schema(
        name = "FaaSchedule",
        enumeration = {"I", "I.1", "II", "III", "IV", "V"})
public enum ScheduleBody {
    I,
    @JsonProperty("I.1")
    I_1,
    II,
    III,
    IV,
    V;

    static List<ScheduleBody> of(List<FaaSchedule> schedules) {
        return schedules.stream().map(schedule -> valueOf(schedule.name())).toList();
    }

    /** The schedule. */
    public FaaSchedule toModel() {
        return FaaSchedule.valueOf(name());
    }
}
