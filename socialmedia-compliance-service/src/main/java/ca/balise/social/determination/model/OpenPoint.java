package ca.balise.social.determination.model;

import ca.balise.social.platform.model.PlatformStanding;

/** The ids of the points that the notice leaves open. Their readings are in the rule book; S-A2 is that of retention. */
final class OpenPoint {

    static final String RENAMED_IS_ANOTHER = PlatformStanding.RENAMED_IS_ANOTHER;
    static final String SURVEYS_ARE_OUTREACH = "S-A3";
    static final String PROTOCOL_ONLY = "S-A4";
    static final String CONSISTENT_USE_SUFFICES = "S-A5";
    static final String COVERED_ALL_THE_SAME = "S-A6";
    static final String UNREGISTERED_BANK_IS_NOTHING = "S-A7";
    static final String CONFIRMATION_IS_MANDATORY = "S-A8";
    static final String CONTACT_FOR_EXISTING_TOO = "S-A9";
    static final String SUB_UNIT_INDETERMINATE = "S-A10";
    static final String LANGUAGES_ARE_OUTSIDE = "S-A11";
    static final String DATE_DECIDES = "S-A12";

    private OpenPoint() {}
}
