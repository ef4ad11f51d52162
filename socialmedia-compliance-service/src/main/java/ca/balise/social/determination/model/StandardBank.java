package ca.balise.social.determination.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The standard personal information banks of official accounts (PIN-2021-01 Q6, Q10). « POU » is the French of « PSU ». */
enum StandardBank {
    /** « Activités de sensibilisation ». */
    PSU_938("938"),
    /** « Communications publiques ». */
    PSU_914("914");

    private final String duty;
    private final Pattern form;

    StandardBank(String number) {
        duty = "REGISTER_PIB:PSU " + number;
        form = Pattern.compile("(?i)\\s*(?:PSU|POU)[\\s\\p{Z}_-]*" + number + "\\s*");
    }

    /** The bank that somebody named. */
    static Optional<StandardBank> of(String named) {
        return Arrays.stream(values())
                .filter(bank -> bank.form.matcher(named).matches())
                .findFirst();
    }

    /** The rule that has it registered. */
    String duty() {
        return duty;
    }
}
