package ca.balise.genai.determination.model;

import static ca.balise.genai.determination.model.SuspensionFacts.ACTIVITIES;
import static ca.balise.genai.determination.model.SuspensionFacts.ENABLED_BY_VENDOR;
import static ca.balise.genai.determination.model.SuspensionFacts.LEFT_ENABLED;
import static ca.balise.genai.determination.model.SuspensionFacts.SCALE;

import ca.balise.kit.reasoning.Inquiry;
import ca.balise.kit.reasoning.Truth;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which activities of a use the suspension covers, and on what that rests (FAQ-1, FAQ-4, FAQ-4b).
 *
 * @param activities what is stated; {@code null} if it is unknown
 * @param vendorDefault whether a vendor enabled the assistant and the body left it on
 * @param scale how much of the body it is about
 * @param scaleMatters whether only projects of a sector or organization are covered (G-A3, as not adopted)
 * @param vendorMatters whether a vendor's default is a deployment (G-A15, as adopted)
 */
record Coverage(
        @Nullable Set<Activity> activities,
        Truth vendorDefault,
        @Nullable UseScale scale,
        boolean scaleMatters,
        boolean vendorMatters) {

    private static final Set<Activity> PURCHASES = EnumSet.of(Activity.LICENCE_ACQUISITION, Activity.SUBSCRIPTION);

    /** Lists of activities that make a difference, where none is known. */
    private static final List<List<Activity>> TELLING = List.of(List.of(Activity.EXPERIMENTATION), List.of());

    private static final Set<UseScale> COVERED_SCALES = EnumSet.of(UseScale.SECTOR, UseScale.ORGANIZATION);

    static Coverage of(Inquiry look) {
        boolean scaleMatters = look.readings().takeOther(OpenPoint.TEAM_OUTSIDE);
        boolean vendorMatters = !look.readings().takeOther(OpenPoint.VENDOR_DEFAULT_IS_NO_EFFORT);
        List<Activity> stated = look.<List<Activity>, @Nullable List<Activity>>ask(ACTIVITIES, given -> given, TELLING);
        Set<Activity> activities = stated == null ? null : setOf(stated);
        if (look.isBrief() && activities != null && !activities.isEmpty() && !scaleMatters && vendorMatters) {
            // Any activity is covered then, on whatever ground.
            return new Coverage(activities, Truth.UNKNOWN, null, false, true);
        }
        UseScale scale = look.heeds(OpenPoint.TEAM_OUTSIDE) ? look.known(SCALE) : null;
        return new Coverage(activities, vendorDefault(look), scale, scaleMatters, vendorMatters);
    }

    private static Set<Activity> setOf(List<Activity> stated) {
        Set<Activity> activities = EnumSet.noneOf(Activity.class);
        activities.addAll(stated);
        return activities;
    }

    /** Nothing stated about a vendor is nothing to look into; one half stated calls for the other. */
    private static Truth vendorDefault(Inquiry look) {
        Truth enabled = look.truth(ENABLED_BY_VENDOR);
        Truth left = look.truth(LEFT_ENABLED);
        return enabled.isUnknown() && left.isUnknown() ? Truth.FALSE : enabled.and(left);
    }

    /** Whether it is covered. */
    Truth isCovered() {
        if (activities == null && !vendorDefault.isTrue()) {
            return Truth.UNKNOWN;
        }
        return Truth.of(!purchases().isEmpty())
                .or(isProject().and(isOfCoveredScale()))
                .or(vendorEffort().and(isOfCoveredScale()));
    }

    private Truth isProject() {
        return activities == null ? Truth.UNKNOWN : Truth.of(!projects().isEmpty());
    }

    private Truth vendorEffort() {
        return vendorMatters ? vendorDefault : Truth.FALSE;
    }

    private Truth isOfCoveredScale() {
        if (!scaleMatters) {
            return Truth.TRUE;
        }
        return scale == null ? Truth.UNKNOWN : Truth.of(COVERED_SCALES.contains(scale));
    }

    /** Licences and subscriptions: covered at any scale. */
    Set<Activity> purchases() {
        Set<Activity> purchases = copy();
        purchases.retainAll(PURCHASES);
        return purchases;
    }

    /** Experiments, integrations, and deployments that the body itself undertakes. */
    Set<Activity> projects() {
        Set<Activity> projects = copy();
        projects.removeAll(PURCHASES);
        if (isVendorDefault()) {
            projects.remove(Activity.DEPLOYMENT);
        }
        return projects;
    }

    private Set<Activity> copy() {
        Set<Activity> copy = EnumSet.noneOf(Activity.class);
        if (activities != null) {
            copy.addAll(activities);
        }
        return copy;
    }

    boolean isVendorDefault() {
        return vendorDefault.isTrue();
    }

    /** Whether the scale is known to be smaller than a sector. */
    boolean isBelowSector() {
        return scale != null && !COVERED_SCALES.contains(scale);
    }

    /** Whether it makes a difference how much of the body a project must be about (G-A3). */
    boolean dependsOnScale() {
        var otherwise = new Coverage(activities, vendorDefault, scale, !scaleMatters, vendorMatters);
        return isCovered() != otherwise.isCovered() || (isCovered().isTrue() && isBelowSector());
    }

    /** Whether it makes a difference what a vendor's default is (G-A15). */
    boolean dependsOnVendor() {
        var otherwise = new Coverage(activities, vendorDefault, scale, scaleMatters, !vendorMatters);
        return isCovered() != otherwise.isCovered();
    }

    private boolean isProjectBelowSector() {
        return isBelowSector() && !projects().isEmpty();
    }

    /** Whether it is covered by our reading of G-A3 or G-A15 alone. */
    boolean isInterpretive() {
        return purchases().isEmpty()
                && (isProjectBelowSector() || (isVendorDefault() && projects().isEmpty()));
    }

    /** Whether only licences or subscriptions are at issue. */
    boolean isPurchaseOnly() {
        return !purchases().isEmpty() && projects().isEmpty() && !isVendorDefault();
    }

    /** Whether nothing new is undertaken: what is deployed merely stays so. */
    boolean isDeploymentOnly() {
        return activities != null && activities.equals(EnumSet.of(Activity.DEPLOYMENT));
    }

    /** Names what would have to be known. */
    void nameWhatIsUnknown(Inquiry look) {
        if (activities == null) {
            look.lacks(ACTIVITIES);
        }
        if (vendorDefault.isUnknown()) {
            look.lacks(look.truth(ENABLED_BY_VENDOR).isUnknown() ? ENABLED_BY_VENDOR : LEFT_ENABLED);
        }
        if (scaleMatters && scale == null) {
            look.lacks(SCALE);
        }
    }
}
