package ca.balise.social.retention.model;

import ca.balise.kit.reasoning.Fact;
import ca.balise.social.determination.model.Purpose;
import java.time.LocalDate;
import java.util.List;

/** Every fact of a record, by path. */
public final class RetentionFacts {

    public static final Fact<RecordKind> KIND = Fact.choice("record.kind", RecordKind.class);
    public static final Fact<Purpose> PURPOSE = Fact.choice("record.purpose", Purpose.class);
    public static final Fact<LocalDate> LAST_ADMINISTRATIVE_USE = Fact.date("record.lastAdministrativeUse");
    public static final Fact<Boolean> STILL_NEEDED = Fact.truth("record.stillNeeded");
    public static final Fact<LocalDate> NEEDED_UNTIL = Fact.date("record.neededUntil");
    public static final Fact<List<HeldItem>> ITEMS = Fact.list("record.items");
    public static final Fact<Boolean> LEGAL_HOLD = Fact.truth("record.legalHold");
    public static final Fact<Boolean> ACCESS_REQUEST_PENDING = Fact.truth("record.accessRequestPending");

    private RetentionFacts() {}
}
