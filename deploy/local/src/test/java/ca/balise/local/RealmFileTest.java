package ca.balise.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class RealmFileTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final JsonNode SHARED = shared();
    private static final JsonNode LOCAL = RealmFile.withDemonstration(ROOT);

    private static JsonNode shared() {
        try {
            return new ObjectMapper().readTree(RealmFile.shared(ROOT).toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static JsonNode named(JsonNode array, String member, String value) {
        return StreamSupport.stream(array.spliterator(), false)
                .filter(node -> node.path(member).asText().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode client(String id) {
        return named(LOCAL.path("clients"), "clientId", id);
    }

    private static List<String> audiences(String id) {
        return texts(client(id).path("defaultClientScopes")).stream()
                .filter(scope -> scope.startsWith("audience-"))
                .map(scope -> named(LOCAL.path("clientScopes"), "name", scope)
                        .at("/protocolMappers/0/config/included.custom.audience")
                        .asText())
                .toList();
    }

    @Test
    void holdsTheRolesOfTheContractAndNoOther() {
        assertThat(SHARED.at("/roles/realm").findValuesAsText("name"))
                .containsExactlyInAnyOrder(
                        "deid-analyst",
                        "deid-approver",
                        "deid-specialist",
                        "registry-declarant",
                        "registry-di",
                        "registry-reviewer",
                        "social-communications",
                        "social-atip",
                        "social-publisher",
                        "auditor");
    }

    @Test
    void givesNobodyARoleByDefault() {
        assertThat(SHARED.at("/defaultRole/composite").asBoolean(true)).isFalse();
    }

    @Test
    void hasNobodyAndNothingLocalInTheFileOfEveryDeployment() {
        assertThat(SHARED.has("users")).isFalse();
        assertThat(SHARED.path("clients").findValuesAsText("clientId"))
                .containsExactlyInAnyOrder("suite-docs", "suite-system");
        assertThat(SHARED.path("clients"))
                .allSatisfy(client -> assertThat(
                                client.path("directAccessGrantsEnabled").asBoolean(true))
                        .isFalse());
        assertThat(SHARED.toString()).doesNotContain("localhost", "127.0.0.1");
    }

    @Test
    void signsInToSwaggerUiWithACodeAndPkceAlone() {
        JsonNode docs = client("suite-docs");

        assertThat(docs.path("publicClient").asBoolean()).isTrue();
        assertThat(docs.path("standardFlowEnabled").asBoolean()).isTrue();
        assertThat(docs.path("implicitFlowEnabled").asBoolean(true)).isFalse();
        assertThat(docs.at("/attributes/pkce.code.challenge.method").asText()).isEqualTo("S256");
        assertThat(texts(docs.path("redirectUris"))).containsExactly("${SUITE_DOOR_URL}/*");
    }

    @Test
    void keepsTheSecretOfTheSystemClientOutOfTheFile() {
        JsonNode system = client("suite-system");

        assertThat(system.path("publicClient").asBoolean(true)).isFalse();
        assertThat(system.path("serviceAccountsEnabled").asBoolean()).isTrue();
        assertThat(system.path("standardFlowEnabled").asBoolean(true)).isFalse();
        assertThat(system.path("secret").asText()).isEqualTo("${SUITE_SYSTEM_SECRET}");
        assertThat(system.at("/protocolMappers/0/config/claim.name").asText()).isEqualTo("institution");
    }

    @Test
    void putsTheThreeAudiencesIntoEveryTokenButTheNarrowOnes() {
        assertThat(List.of("suite-docs", "suite-system", "suite-cli"))
                .allSatisfy(id ->
                        assertThat(audiences(id)).containsExactlyInAnyOrder("deid", "genai-registry", "socialmedia"));
        assertThat(audiences("suite-narrow")).isEmpty();
    }

    @Test
    void hasThePeopleOfTheContractWithTheirRolesAndInstitutions() {
        Map<String, String> people = new TreeMap<>();
        LOCAL.path("users").forEach(user -> {
            if (!user.has("serviceAccountClientId")) {
                people.put(
                        user.path("username").asText(),
                        String.join(" ", texts(user.path("realmRoles"))) + " @"
                                + user.at("/attributes/institution/0").asText());
            }
        });

        assertThat(people)
                .isEqualTo(Map.of(
                        "alice", "deid-analyst social-communications @HC",
                        "bob", "deid-approver social-atip @HC",
                        "carol", "deid-analyst social-communications @DND",
                        "diane", "registry-declarant @MSSS",
                        "denis", "registry-di @MSSS",
                        "rene", "registry-declarant @SAAQ",
                        "mona", "registry-reviewer @MCN",
                        "serge", "social-publisher @SC",
                        "stan", "deid-specialist @STATCAN",
                        "audit", "auditor @"));
    }

    @Test
    void givesEveryPersonWhatKeycloakAsksForBeforeItGivesAToken() {
        assertThat(LOCAL.path("users"))
                .filteredOn(user -> !user.has("serviceAccountClientId"))
                .allSatisfy(user -> {
                    assertThat(user.path("email").asText()).contains("@");
                    assertThat(user.path("firstName").asText()).isNotEmpty();
                    assertThat(user.path("lastName").asText()).isNotEmpty();
                    assertThat(user.at("/credentials/0/value").asText())
                            .isEqualTo(user.path("username").asText());
                });
    }

    @Test
    void keepsTheIdentifiersOfPeopleFromRunToRun() {
        assertThat(LOCAL.path("users").findValuesAsText("id"))
                .hasSameSizeAs(LOCAL.path("users"))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[0-9a-f-]{36}"));
    }
}
