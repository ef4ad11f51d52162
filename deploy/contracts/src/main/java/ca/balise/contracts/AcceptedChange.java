package ca.balise.contracts;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A break that is meant, as {@code accepted-changes.yaml} records it. Each member is needed.
 *
 * @param contract {@code deid}, {@code genai-registry} or {@code socialmedia}
 * @param operation {@link Break#operation()}
 * @param what {@link Break#what()}
 * @param reason why the callers have to bear it, and what they do about it
 * @param date the day it was accepted, YYYY-MM-DD
 * @param release the release that brings it
 */
public record AcceptedChange(
        String contract, String operation, String what, String reason, String date, String release) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    public AcceptedChange {
        for (String member : new String[] {contract, operation, what, reason, date, release}) {
            if (Objects.requireNonNull(member, "a member of an accepted change is null")
                    .isBlank()) {
                throw new IllegalArgumentException("a member of an accepted change is blank: " + operation);
            }
        }
        LocalDate.parse(date);
    }

    /**
     * Reads the record.
     *
     * @throws IOException where an entry lacks a member, or has one that is unknown or no good
     */
    public static List<AcceptedChange> read(String yaml) throws IOException {
        return YAML.readValue(yaml, new TypeReference<List<AcceptedChange>>() {});
    }

    /** Whether it accepts a break of a contract. */
    public boolean accepts(String contract, Break found) {
        return contract.equals(this.contract)
                && found.operation().equals(operation)
                && found.what().equals(what);
    }
}
