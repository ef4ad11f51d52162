package ca.balise.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opentest4j.TestAbortedException;

class SharedMaterialTest {

    @ParameterizedTest
    @CsvSource({
        "PIN-2020-03, aucune possibilité sérieuse",
        "IA-RI-2025-001-OP, EN DATE DU 18 MARS 2025",
        "OPC-2024-12-10, Le 10 décembre 2024",
        "RCMP-2020-02-27, Clearview AI",
        "PIN-2021-01, comptes de médias sociaux officiels",
    })
    void findsTheFiveTextsByTheirIdentifiers(String instrument, String words) {
        assertThat(SharedMaterial.source(instrument)).contains(words);
    }

    @Test
    void saysWhichSourcesItKnows() {
        SharedMaterial.assumePresent();
        assertThatThrownBy(() -> SharedMaterial.source("PIN-1999-01")).hasMessageContaining("PIN-2021-01");
    }

    @Test
    void looksBesideTheTopmostProject(@TempDir Path home) throws IOException {
        Path module = Files.createDirectories(home.resolve("project/module/src"));
        Files.createFile(home.resolve("project/pom.xml"));
        Files.createFile(home.resolve("project/module/pom.xml"));
        Path shared = Files.createDirectory(home.resolve("shared"));
        assertThat(SharedMaterial.find(module)).contains(shared);
    }

    @Test
    void skipsWithAReasonWhereTheFolderIsAbsent() {
        assertThatThrownBy(() -> SharedMaterial.assumePresent(Optional.empty(), false))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("shared");
    }

    @Test
    void failsOnCiWhereTheFolderIsAbsent() {
        assertThatThrownBy(() -> SharedMaterial.assumePresent(Optional.empty(), true))
                .isInstanceOf(AssertionError.class);
    }
}
