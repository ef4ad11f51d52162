package ca.balise.genai.determination.model;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.genai.determination.Cases;
import org.junit.jupiter.api.Test;

class SuspensionCaseTest {

    @Test
    void isWrittenByPathWithoutWhatIsUnknown() {
        assertThat(Cases.read(Cases.request("/facts/exceptions/preExisting", "{\"effectiveSince\": \"2024-10-01\"}"))
                        .canonical()
                        .text())
                .isEqualTo("{\"asOf\":\"2025-06-02\",\"facts\":{\"exceptions.businessCase\":false,"
                        + "\"exceptions.dpiAuthorization\":false,\"exceptions.mcnExperiment\":false,"
                        + "\"exceptions.preExisting\":true,"
                        + "\"exceptions.preExisting.effectiveSince\":\"2024-10-01\","
                        + "\"exceptions.structuredApproach\":false,"
                        + "\"measure.inForceFrom\":\"2025-03-13\",\"measure.inForceNotLaterThan\":\"2025-03-18\","
                        + "\"measure.publicReports\":[{\"reportedOn\":\"2025-12-19\",\"source\":\"MCN\"}],"
                        + "\"organization.kind\":\"MINISTRY\",\"organization.subjectToLggriArticle2\":true,"
                        + "\"system.generativeAi\":true,\"system.naturalLanguage\":true,"
                        + "\"system.primaryPurpose\":\"CONVERSATION\",\"use.activities\":[\"EXPERIMENTATION\"],"
                        + "\"use.mode\":\"INITIATIVE\",\"use.scale\":\"ORGANIZATION\"}}");
    }

    @Test
    void whatIsUnknownMayBeLeftOutOrNull() {
        assertThat(Cases.read(Cases.request("/facts/use/payer", "null")).canonical())
                .isEqualTo(
                        Cases.read(Cases.request("/facts/use/payer", "absent")).canonical());
    }
}
