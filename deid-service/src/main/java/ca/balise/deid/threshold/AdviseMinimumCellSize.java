package ca.balise.deid.threshold;

import ca.balise.deid.DeidProblem;
import ca.balise.deid.threshold.MinimumCellSizeRequest.AnchorsBody;
import ca.balise.deid.threshold.model.Advice;
import ca.balise.deid.threshold.model.Anchors;
import ca.balise.deid.threshold.model.Factors;
import ca.balise.deid.threshold.model.MinimumCellSizeAdviser;
import ca.balise.deid.threshold.model.Preset;
import ca.balise.kit.http.problem.Members;
import ca.balise.kit.http.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Use case: recommend a minimum cell size for a case. */
@ApplicationScoped
public class AdviseMinimumCellSize {

    private static final int TEXT_LIMIT = 4_000;
    private static final int LARGEST = 1_000_000;

    private final CheckFactors check;
    private final MinimumCellSizeAdviser adviser;

    AdviseMinimumCellSize(CheckFactors check, MinimumCellSizeAdviser adviser) {
        this.check = check;
        this.adviser = adviser;
    }

    /**
     * A recommendation with one reason a factor.
     *
     * @throws ProblemException 422 with a violation for each member at fault
     */
    public Advice advise(MinimumCellSizeRequest request) {
        var members = new Members(DeidProblem.INVALID_FACTORS, AdviseMinimumCellSize.class, "");
        Factors factors = check.check(request, "", members);
        Preset preset = Objects.requireNonNullElse(request.preset(), Preset.TBS);
        Anchors own = preset == Preset.CUSTOM ? ownScale(request, members) : null;
        if (preset != Preset.CUSTOM && request.anchors() != null) {
            members.fault("/anchors", "ONLY_WITH_CUSTOM");
        }
        members.throwIfAny();
        return switch (preset) {
            case TBS -> adviser.advise(factors);
            case IPC_ONTARIO -> adviser.adviseAfterIpc(factors);
            case CUSTOM -> adviser.adviseOn(Objects.requireNonNull(own), factors);
        };
    }

    private @Nullable Anchors ownScale(MinimumCellSizeRequest request, Members members) {
        String justification = members.required("/justification", request.justification());
        if (justification != null && justification.isBlank()) {
            members.required("/justification", null);
        } else if (justification != null) {
            members.shortEnough("/justification", justification, TEXT_LIMIT);
        }
        AnchorsBody given = members.required("/anchors", request.anchors());
        if (given == null) {
            return null;
        }
        Integer less = anchor("lessSensitive", given.lessSensitive(), members);
        Integer more = anchor("moreSensitive", given.moreSensitive(), members);
        Integer governedLess = anchor("governedLessSensitive", given.governedLessSensitive(), members);
        Integer governedMore = anchor("governedMoreSensitive", given.governedMoreSensitive(), members);
        if (less == null || more == null || governedLess == null || governedMore == null || !members.areSound()) {
            return null;
        }
        var anchors = new Anchors(less, more, governedLess, governedMore);
        if (!anchors.areOrdered(adviser.floor())) {
            members.fault("/anchors", "ANCHORS_OUT_OF_ORDER");
        }
        return anchors;
    }

    private @Nullable Integer anchor(String name, @Nullable Integer given, Members members) {
        Integer anchor = members.required("/anchors/" + name, given);
        members.within("/anchors/" + name, anchor, adviser.floor(), LARGEST);
        return anchor;
    }
}
