package ca.balise.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DemonstrationTest {
    @Test
    void givesEveryColumnARole() {
        assertThat(Demonstration.specification().path("variables").findValuesAsText("name"))
                .isEqualTo(SampleSurvey.COLUMNS);
    }

    @Test
    void tellsTheSmallestCellTheUniqueRecordsTheVerdictAndThreeReasons() throws IOException {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        String reason = """
                {"code": "RULE_%d", "force": "MUST", "message": {"en": "Because %d.", "fr": "Parce que %d."},
                 "source": {"instrument": "PIN-2020-03", "paragraph": "5.1.%d"}}""";
        String ours = """
                {"code": "RULE_3", "force": "SHOULD", "message": {"en": "Because 3."},
                 "source": {"ownRule": {"en": "Chosen."}}}""";
        String score = """
                {"records": 4000, "cells": 3000, "smallestCell": 1, "uniqueRecords": 2500, "minimumCellSize": 10,
                 "verdict": "NOT_RELEASABLE", "reasons": [%s, %s, %s, %s]}""".formatted(
                        reason.formatted(1, 1, 1, 1), reason.formatted(2, 2, 2, 2), ours, reason.formatted(4, 4, 4, 4));

        Demonstration.tellScore(
                new ObjectMapper().readTree(score),
                Duration.ofMillis(120),
                new PrintStream(told, true, StandardCharsets.UTF_8));

        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("smallest cell     1, where the minimum is 10")
                .contains("unique records    2,500 of 4,000, in 3,000 cells")
                .contains("verdict           NOT_RELEASABLE")
                .contains("1. Because 1.", "MUST RULE_1, PIN-2020-03 §5.1.1", "3. Because 3.")
                .contains("SHOULD RULE_3, a rule of ours")
                .doesNotContain("Because 4.");
    }

    @Test
    void tellsEachMeasureAndWhetherItBinds() throws IOException {
        ByteArrayOutputStream told = new ByteArrayOutputStream();

        Demonstration.tellMeasures(
                new ObjectMapper().readTree("""
                {"items": [{"type": "SUSPENSION", "title": {"en": "Suspension of assistants"}, "binding": true,
                            "instrument": "IA-RI-2025-001-OP"}]}"""), new PrintStream(told, true, StandardCharsets.UTF_8));

        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("SUSPENSION", "Suspension of assistants (IA-RI-2025-001-OP, binding)");
    }

    @Test
    void tellsEachPlatformAndItsReview() throws IOException {
        ByteArrayOutputStream told = new ByteArrayOutputStream();

        Demonstration.tellPlatforms(
                new ObjectMapper()
                        .readTree(
                                "{\"items\": [{\"name\": \"X\", \"platformReview\": \"REVIEWED_UNDER_FORMER_NAME\"}]}"),
                new PrintStream(told, true, StandardCharsets.UTF_8));

        assertThat(told.toString(StandardCharsets.UTF_8)).containsPattern("X +REVIEWED_UNDER_FORMER_NAME");
    }
}
