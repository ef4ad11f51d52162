package ca.balise.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What {@code deploy/kubernetes} renders to, base and every overlay, judged without a cluster: what Kubernetes would refuse,
 * what the applications would not understand, and what an operator would have to forbid.
 */
class KubernetesManifestsTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path KUBERNETES = ROOT.resolve("deploy/kubernetes");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final ObjectMapper STRICT = strict();

    /** The processes, and the module that each one's image is made from. */
    private static final Map<String, String> MODULES = Map.of(
            "gateway", "gateway/edge",
            "deid", "deid-service",
            "genai-registry", "genai-registry-service",
            "socialmedia", "socialmedia-compliance-service");

    private static final Map<String, Class<?>> KINDS = Map.ofEntries(
            Map.entry("v1 ConfigMap", ConfigMap.class),
            Map.entry("v1 Namespace", Namespace.class),
            Map.entry("v1 Service", Service.class),
            Map.entry("v1 ServiceAccount", ServiceAccount.class),
            Map.entry("apps/v1 Deployment", Deployment.class),
            Map.entry("batch/v1 Job", Job.class),
            Map.entry("networking.k8s.io/v1 Ingress", Ingress.class),
            Map.entry("networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class),
            Map.entry("policy/v1 PodDisruptionBudget", PodDisruptionBudget.class));

    private static final String TRACES_ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static final Map<String, Rendering> RENDERINGS = new LinkedHashMap<>();

    /** Why nothing was rendered, if so. */
    private static Optional<String> obstacle = Optional.empty();

    /** What one folder renders to. */
    record Rendering(String folder, List<JsonNode> objects) {
        List<JsonNode> all(String kind) {
            return objects.stream()
                    .filter(object -> object.path("kind").asText().equals(kind))
                    .toList();
        }

        Optional<JsonNode> find(String kind, String name) {
            return all(kind).stream()
                    .filter(object -> name(object).equals(name))
                    .findFirst();
        }

        /** The workloads: servers and migrations. */
        List<JsonNode> workloads() {
            return Stream.concat(all("Deployment").stream(), all("Job").stream())
                    .toList();
        }

        JsonNode server(String process) {
            return find("Deployment", process).orElseThrow();
        }

        /** Environment variables of a workload's container; for one from a Secret, {@code secret:NAME/KEY}. */
        Map<String, String> environment(JsonNode workload) {
            Map<String, String> environment = new HashMap<>();
            for (JsonNode source : container(workload).path("envFrom")) {
                if (source.has("secretRef")) {
                    // What it holds is known to whoever made it.
                    continue;
                }
                find("ConfigMap", source.at("/configMapRef/name").asText())
                        .orElseThrow(() -> new AssertionError(name(workload) + " reads a ConfigMap that is not there"))
                        .path("data")
                        .properties()
                        .forEach(entry ->
                                environment.put(entry.getKey(), entry.getValue().asText()));
            }
            for (JsonNode variable : container(workload).path("env")) {
                JsonNode secret = variable.at("/valueFrom/secretKeyRef");
                environment.put(
                        variable.path("name").asText(),
                        secret.isMissingNode()
                                ? variable.path("value").asText()
                                : "secret:" + secret.path("name").asText() + "/"
                                        + secret.path("key").asText());
            }
            return environment;
        }

        /** The policies, other than the one for everyone, that hold for the pods of a workload. */
        List<JsonNode> policies(JsonNode workload) {
            return all("NetworkPolicy").stream()
                    .filter(policy -> !policy.at("/spec/podSelector").isEmpty()
                            && selects(policy.at("/spec/podSelector/matchLabels"), workload))
                    .toList();
        }

        @Override
        public String toString() {
            return folder;
        }
    }

    /** Refuses a member that the class does not know, which the classes themselves would keep. */
    private static ObjectMapper strict() {
        return new ObjectMapper().setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
            private static final long serialVersionUID = 1;

            @Override
            public Boolean hasAnySetter(Annotated annotated) {
                return false;
            }
        });
    }

    @BeforeAll
    static void render() throws IOException, InterruptedException {
        obstacle = whyNotRendered();
        if (System.getenv("CI") != null) {
            assertThat(obstacle).isEmpty();
        }
        List<String> folders = new ArrayList<>(List.of("base"));
        try (Stream<Path> overlays = Files.list(KUBERNETES.resolve("overlays"))) {
            overlays.sorted()
                    .map(overlay -> KUBERNETES.relativize(overlay).toString())
                    .forEach(folders::add);
        }
        for (String folder : folders) {
            RENDERINGS.put(folder, obstacle.isPresent() ? new Rendering(folder, List.of()) : render(folder));
        }
    }

    /** Here, so that every test is counted as skipped, with the reason. */
    @BeforeEach
    void skipWhereNothingCanBeRendered() {
        Assumptions.assumeTrue(obstacle.isEmpty(), () -> obstacle.orElseThrow());
    }

    private static Optional<String> whyNotRendered() throws IOException, InterruptedException {
        boolean present = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
        if (!present) {
            return Optional.of("there is no kubectl on the PATH");
        }
        String kustomize = new ObjectMapper()
                .readTree(run("kubectl", "version", "--client", "--output=json"))
                .path("kustomizeVersion")
                .asText();
        return kustomize.matches("v([5-9]|\\d\\d).*")
                ? Optional.empty()
                : Optional.of(
                        "kubectl is too old: its kustomize is '" + kustomize + "', and 5 is wanted (kubectl 1.27)");
    }

    private static Rendering render(String folder) throws IOException, InterruptedException {
        String rendered = run("kubectl", "kustomize", KUBERNETES.resolve(folder).toString());
        List<JsonNode> objects = new ArrayList<>();
        YAML.readerFor(JsonNode.class).<JsonNode>readValues(rendered).forEachRemaining(objects::add);
        return new Rendering(folder, objects);
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Path errors = Files.createTempFile(Path.of("target"), "kubectl", ".err");
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            fail("%s: %s", String.join(" ", command), Files.readString(errors));
        }
        Files.delete(errors);
        return output;
    }

    static Stream<Rendering> renderings() {
        return RENDERINGS.values().stream();
    }

    private static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    private static String process(JsonNode workload) {
        return label(workload, "app.kubernetes.io/name");
    }

    private static String label(JsonNode workload, String label) {
        return workload.at("/spec/template/metadata/labels").path(label).asText();
    }

    private static JsonNode pod(JsonNode workload) {
        return workload.at("/spec/template/spec");
    }

    /** Its only container: a sidecar would be news to these tests. */
    private static JsonNode container(JsonNode workload) {
        assertThat(pod(workload).path("initContainers")).isEmpty();
        assertThat(pod(workload).path("containers")).hasSize(1);
        return pod(workload).at("/containers/0");
    }

    private static boolean selects(JsonNode labels, JsonNode workload) {
        return labels.propertyStream()
                .allMatch(label ->
                        label(workload, label.getKey()).equals(label.getValue().asText()));
    }

    private static int port(JsonNode workload, String name) {
        return StreamSupport.stream(container(workload).path("ports").spliterator(), false)
                .filter(port -> port.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow()
                .path("containerPort")
                .asInt();
    }

    private static Properties properties(String process) {
        Properties properties = new Properties();
        Path file = ROOT.resolve(MODULES.get(process)).resolve("src/main/resources/application.properties");
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static int property(String process, String name) {
        return Integer.parseInt(properties(process).getProperty(name));
    }

    private static String containerfile(String process) throws IOException {
        return Files.readString(ROOT.resolve(MODULES.get(process)).resolve("Containerfile"));
    }

    @ParameterizedTest
    @MethodSource("renderings")
    void saysNothingThatKubernetesDoesNotKnow(Rendering rendering) {
        assertThat(rendering.objects()).allSatisfy(object -> {
            String kind = object.path("apiVersion").asText() + " "
                    + object.path("kind").asText();
            assertThat(KINDS).containsKey(kind);
            try {
                STRICT.treeToValue(object, KINDS.get(kind));
            } catch (JsonProcessingException e) {
                fail("%s %s: %s", kind, name(object), e.getOriginalMessage());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("renderings")
    void hasTheFourProcessesAndAMigrationOfEachDatabase(Rendering rendering) {
        assertThat(rendering.all("Deployment"))
                .extracting(KubernetesManifestsTest::name)
                .containsExactlyInAnyOrderElementsOf(MODULES.keySet());
        assertThat(rendering.all("Job"))
                .extracting(KubernetesManifestsTest::process)
                .containsExactlyInAnyOrder("deid", "genai-registry", "socialmedia");
    }

    @ParameterizedTest
    @MethodSource("renderings")
    void givesNoContainerARightItDoesNotNeed(Rendering rendering) {
        assertThat(rendering.workloads()).allSatisfy(workload -> {
            assertThat(pod(workload).path("automountServiceAccountToken").asBoolean(true))
                    .isFalse();
            assertThat(pod(workload).path("enableServiceLinks").asBoolean(true)).isFalse();
            for (String shared : List.of("hostNetwork", "hostPID", "hostIPC")) {
                assertThat(pod(workload).has(shared)).as(shared).isFalse();
            }
            JsonNode ofPod = pod(workload).path("securityContext");
            assertThat(ofPod.path("runAsNonRoot").asBoolean()).isTrue();
            assertThat(ofPod.path("runAsUser").asInt()).isPositive();
            assertThat(ofPod.at("/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
            JsonNode ofContainer = container(workload).path("securityContext");
            assertThat(ofContainer.path("readOnlyRootFilesystem").asBoolean()).isTrue();
            assertThat(ofContainer.path("allowPrivilegeEscalation").asBoolean(true))
                    .isFalse();
            assertThat(ofContainer.path("privileged").asBoolean()).isFalse();
            assertThat(ofContainer.at("/capabilities/drop"))
                    .extracting(JsonNode::asText)
                    .containsExactly("ALL");
            assertThat(ofContainer.at("/capabilities/add")).isEmpty();
            assertThat(rendering.find(
                            "ServiceAccount",
                            pod(workload).path("serviceAccountName").asText()))
                    .hasValueSatisfying(account -> assertThat(
                                    account.path("automountServiceAccountToken").asBoolean(true))
                            .isFalse());
        });
    }

    @ParameterizedTest
    @MethodSource("renderings")
    void boundsTheMemoryAndProcessorsOfEveryContainer(Rendering rendering) {
        assertThat(rendering.workloads()).allSatisfy(workload -> {
            JsonNode resources = container(workload).path("resources");
            assertThat(resources.at("/requests/cpu").asText()).isNotEmpty();
            assertThat(resources.at("/limits/cpu").asText()).isNotEmpty();
            assertThat(resources.at("/limits/memory").asText())
                    .isNotEmpty()
                    .isEqualTo(resources.at("/requests/memory").asText());
        });
    }

    @ParameterizedTest
    @MethodSource("renderings")
    void writesNothingToADisk(Rendering rendering) {
        assertThat(rendering.workloads()).allSatisfy(workload -> {
            assertThat(pod(workload).path("volumes")).isNotEmpty().allSatisfy(volume -> {
                if (volume.has("emptyDir")) {
                    assertThat(volume.at("/emptyDir/medium").asText()).isEqualTo("Memory");
                    assertThat(volume.at("/emptyDir/sizeLimit").asText()).isNotEmpty();
                } else {
                    assertThat(volume.has("secret"))
                            .as(volume.path("name").asText())
                            .isTrue();
                }
            });
            assertThat(container(workload).path("volumeMounts"))
                    .extracting(mount -> mount.path("mountPath").asText())
                    .contains("/tmp");
        });
        assertThat(rendering.all("PersistentVolumeClaim")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("renderings")
    void asksEveryServerForItsHealthOnTheManagementPort(Rendering rendering) {
        Map<String, String> paths = Map.of(
                "startupProbe", "/q/health/started",
                "readinessProbe", "/q/health/ready",
                "livenessProbe", "/q/health/live");

        assertThat(rendering.all("Deployment"))
                .allSatisfy(server -> paths.forEach((probe, path) -> {
                    JsonNode request = container(server).path(probe).path("httpGet");
                    assertThat(request.path("path").asText()).isEqualTo(path);
                    assertThat(request.path("port").asText()).isEqualTo("management");
                }));
    }

    @ParameterizedTest
    @MethodSource("renderings")
    void letsAServerGoOnlyOnceItsSuccessorIsReadyAndItsRequestsAreDone(Rendering rendering) {
        assertThat(rendering.all("Deployment")).allSatisfy(server -> {
            JsonNode update = server.at("/spec/strategy/rollingUpdate");
            assertThat(update.path("maxUnavailable").asInt(-1)).isZero();
            assertThat(update.path("maxSurge").asInt()).isPositive();
            int announced =
                    container(server).at("/lifecycle/preStop/sleep/seconds").asInt();
            long drained = Duration.parse("PT" + rendering.environment(server).get("QUARKUS_SHUTDOWN_TIMEOUT"))
                    .toSeconds();
            assertThat(announced).isPositive();
            assertThat(pod(server).path("terminationGracePeriodSeconds").asLong())
                    .isGreaterThan(announced + drained);
            assertThat(pod(server).path("topologySpreadConstraints"))
                    .extracting(constraint -> constraint.path("topologyKey").asText())
                    .contains("kubernetes.io/hostname");
        });
    }

    @Test
    void runsMoreThanOneReplicaUnlessAnOverlaySaysOtherwise() {
        assertThat(RENDERINGS.get("base").all("Deployment"))
                .allSatisfy(server ->
                        assertThat(server.at("/spec/replicas").asInt()).isGreaterThan(1));
    }

    @ParameterizedTest
    @MethodSource("renderings")
    void containsNoSecret(Rendering rendering) {
        Pattern secret = Pattern.compile("PASSWORD|SECRET|CREDENTIALS|PRIVATE|_KEY$");

        assertThat(rendering.all("Secret")).isEmpty();
        assertThat(rendering.workloads())
                .allSatisfy(workload -> assertThat(rendering.environment(workload))
                        .allSatisfy((variable, value) -> {
                            if (secret.matcher(variable).find()) {
                                assertThat(value).as(variable).startsWith("secret:");
                            }
                            assertThat(value).as(variable).doesNotContainPattern("://[^/]*:[^/]*@");
                        }));
    }

    @ParameterizedTest
    @MethodSource("renderings")
    void namesEveryImageByItsVersion(Rendering rendering) {
        assertThat(rendering.workloads()).allSatisfy(workload -> {
            String image = container(workload).path("image").asText();
            assertThat(image).matches("[^:]+:\\d[\\w.-]*").doesNotEndWith(":latest");
            assertThat(image)
                    .isEqualTo(container(rendering.server(process(workload)))
                            .path("image")
                            .asText());
        });
    }

    @ParameterizedTest
    @MethodSource("renderings")
    void refersOnlyToWhatIsRenderedOrAskedForInTheReadme(Rendering rendering) throws IOException {
        Map<String, Set<String>> asked = secretsOfTheReadme();

        assertThat(rendering.workloads())
                .allSatisfy(workload -> assertThat(secretsOf(rendering, workload))
                        .allSatisfy((secret, keys) -> {
                            assertThat(asked).containsKey(secret);
                            assertThat(asked.get(secret)).containsAll(keys);
                        }));
        for (JsonNode ingress : rendering.all("Ingress")) {
            JsonNode backend = ingress.at("/spec/rules/0/http/paths/0/backend/service");
            assertThat(rendering
                            .find("Service", backend.path("name").asText())
                            .orElseThrow()
                            .at("/spec/ports"))
                    .extracting(port -> port.path("name").asText())
                    .contains(backend.at("/port/name").asText());
            assertThat(asked).containsKey(ingress.at("/spec/tls/0/secretName").asText());
        }
    }

    private static Map<String, Set<String>> secretsOf(Rendering rendering, JsonNode workload) {
        Map<String, Set<String>> secrets = new HashMap<>();
        rendering.environment(workload).values().stream()
                .filter(value -> value.startsWith("secret:"))
                .map(value -> value.substring("secret:".length()).split("/"))
                .forEach(parts -> secrets.computeIfAbsent(parts[0], any -> new HashSet<>())
                        .add(parts[1]));
        for (JsonNode source : container(workload).path("envFrom")) {
            if (source.has("secretRef")) {
                secrets.computeIfAbsent(source.at("/secretRef/name").asText(), any -> new HashSet<>());
            }
        }
        for (JsonNode volume : pod(workload).path("volumes")) {
            for (JsonNode item : volume.at("/secret/items")) {
                secrets.computeIfAbsent(volume.at("/secret/secretName").asText(), any -> new HashSet<>())
                        .add(item.path("key").asText());
            }
        }
        return secrets;
    }

    /** The table of Secrets: names in the first column, keys in the second. */
    private static Map<String, Set<String>> secretsOfTheReadme() throws IOException {
        Map<String, Set<String>> secrets = new HashMap<>();
        String readme = Files.readString(KUBERNETES.resolve("README.md"));
        String table = readme.substring(readme.indexOf("| Secret |"));
        table.lines().takeWhile(line -> line.startsWith("|")).forEach(line -> {
            String[] columns = line.split("\\|");
            codes(columns[1]).forEach(secret -> secrets.put(secret, Set.copyOf(codes(columns[2]))));
        });
        return secrets;
    }

    private static List<String> codes(String markdown) {
        return Pattern.compile("`([^`]+)`")
                .matcher(markdown)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("renderings")
    void callsEveryProcessWhereItListens(Rendering rendering) {
        assertThat(MODULES.keySet()).allSatisfy(process -> {
            JsonNode server = rendering.server(process);
            assertThat(port(server, "http")).isEqualTo(property(process, "quarkus.http.port"));
            assertThat(port(server, "management")).isEqualTo(property(process, "quarkus.management.port"));
            JsonNode service = rendering.find("Service", process).orElseThrow();
            assertThat(selects(service.at("/spec/selector"), server)).isTrue();
            assertThat(service.at("/spec/ports")).hasSize(1);
            assertThat(service.at("/spec/ports/0/port").asInt()).isEqualTo(port(server, "http"));
            assertThat(service.at("/spec/ports/0/targetPort").asText()).isEqualTo("http");
            assertThat(service.at("/spec/type").asText("ClusterIP")).isEqualTo("ClusterIP");
        });
        assertThat(rendering.find("Service", "gateway-management")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("renderings")
    void routesEveryRouteOfTheDoorToItsService(Rendering rendering) {
        Map<String, String> environment = rendering.environment(rendering.server("gateway"));
        List<String> routes = properties("gateway").stringPropertyNames().stream()
                .filter(property -> property.matches("balise\\.edge\\.routes\\..*\\.(address|readiness)"))
                .toList();

        assertThat(routes).hasSize(6).allSatisfy(property -> {
            URI called = URI.create(environment.get(variable(property)));
            String process = property.replaceFirst("balise\\.edge\\.routes\\.(.*)\\..*", "$1");
            JsonNode service =
                    rendering.find("Service", called.getHost()).orElseThrow().path("spec");
            assertThat(selects(service.path("selector"), rendering.server(process)))
                    .isTrue();
            assertThat(service.at("/ports/0/port").asInt())
                    .isEqualTo(called.getPort())
                    .isEqualTo(property(
                            process, property.endsWith("address") ? "quarkus.http.port" : "quarkus.management.port"));
            assertThat(called.getPath()).isEqualTo(property.endsWith("address") ? "" : "/q/health/ready");
        });
    }

    @ParameterizedTest
    @MethodSource("renderings")
    void sendsBrowsersToTheIssuerOfTheTokens(Rendering rendering) {
        assertThat(rendering.environment(rendering.server("gateway")))
                .containsEntry("BALISE_EDGE_PORTAL_ISSUER", "${quarkus.oidc.token.issuer}")
                .containsKey("QUARKUS_OIDC_TOKEN_ISSUER");
    }

    @ParameterizedTest
    @MethodSource("renderings")
    void hasABudgetAndAPolicyForEveryServer(Rendering rendering) {
        assertThat(rendering.all("Deployment")).allSatisfy(server -> {
            List<JsonNode> budgets = rendering.all("PodDisruptionBudget").stream()
                    .filter(budget -> selects(budget.at("/spec/selector/matchLabels"), server))
                    .toList();
            assertThat(budgets).hasSize(1);
            assertThat(budgets.getFirst().at("/spec/maxUnavailable").asInt()).isEqualTo(1);
            assertThat(rendering.policies(server))
                    .extracting(KubernetesManifestsTest::name)
                    .contains(name(server));
        });
    }

    @ParameterizedTest
    @MethodSource("renderings")
    void takesNoMigrationForAServer(Rendering rendering) {
        assertThat(rendering.all("Job")).isNotEmpty().allSatisfy(migration -> {
            assertThat(rendering.all("Deployment"))
                    .noneMatch(server -> selects(server.at("/spec/selector/matchLabels"), migration));
            assertThat(rendering.all("Service")).noneMatch(service -> selects(service.at("/spec/selector"), migration));
            assertThat(rendering.all("PodDisruptionBudget"))
                    .noneMatch(budget -> selects(budget.at("/spec/selector/matchLabels"), migration));
        });
    }

    @ParameterizedTest
    @MethodSource("renderings")
    void letsNobodyTalkUnlessAPolicySaysSo(Rendering rendering) {
        assertThat(rendering.all("NetworkPolicy")).anySatisfy(policy -> {
            assertThat(policy.at("/spec/podSelector")).isEmpty();
            assertThat(policy.at("/spec/policyTypes"))
                    .extracting(JsonNode::asText)
                    .containsExactly("Ingress", "Egress");
            assertThat(policy.at("/spec/ingress")).isEmpty();
            assertThat(policy.at("/spec/egress")).isEmpty();
        });
        assertThat(rendering.all("NetworkPolicy"))
                .allSatisfy(policy -> assertThat(Stream.of("ingress", "egress")
                                .flatMap(way -> StreamSupport.stream(
                                        policy.path("spec").path(way).spliterator(), false)))
                        .as(name(policy))
                        .allSatisfy(rule -> {
                            assertThat(rule.path("from").size()
                                            + rule.path("to").size())
                                    .as("whom")
                                    .isPositive();
                            assertThat(rule.path("ports")).as("ports").isNotEmpty();
                        }));
    }

    @ParameterizedTest
    @MethodSource("renderings")
    void letsTheDoorToTheServicesAndTheServicesToTheDatabase(Rendering rendering) {
        for (JsonNode workload : rendering.workloads()) {
            boolean door = process(workload).equals("gateway");
            boolean migration = workload.path("kind").asText().equals("Job");

            Set<Integer> called = portsCalled(rendering.policies(workload));

            assertThat(called)
                    .as("%s calls", name(workload))
                    .isEqualTo(
                            door
                                    ? Set.of(8081, 8082, 8083, 9081, 9082, 9083, 8443, 4318)
                                    : migration ? Set.of(5432) : Set.of(5432, 8443, 4318));
        }
    }

    @ParameterizedTest
    @MethodSource("renderings")
    void letsTheEntranceToTheDoorAndTheDoorAndMonitoringToTheServices(Rendering rendering) {
        String monitoring = "9080-9083 from namespace balise.ca/monitoring";

        assertThat(callers(rendering, rendering.server("gateway")))
                .containsExactlyInAnyOrder("8080 from namespace balise.ca/entrance", monitoring);
        for (JsonNode server : rendering.all("Deployment")) {
            if (!name(server).equals("gateway")) {
                assertThat(callers(rendering, server))
                        .as(name(server))
                        .containsExactlyInAnyOrder(
                                port(server, "http") + " from gateway",
                                port(server, "management") + " from gateway",
                                monitoring);
            }
        }
        assertThat(rendering.all("Job"))
                .allSatisfy(
                        migration -> assertThat(callers(rendering, migration)).isEmpty());
    }

    /** Each port, or range of ports, that a workload may be called on, and by whom. */
    private static List<String> callers(Rendering rendering, JsonNode workload) {
        List<String> callers = new ArrayList<>();
        for (JsonNode policy : rendering.policies(workload)) {
            for (JsonNode rule : policy.at("/spec/ingress")) {
                for (JsonNode port : rule.path("ports")) {
                    for (JsonNode peer : rule.path("from")) {
                        JsonNode namespace = peer.at("/namespaceSelector/matchLabels");
                        callers.add(port.path("port").asText()
                                + (port.has("endPort")
                                        ? "-" + port.path("endPort").asText()
                                        : "")
                                + " from "
                                + (namespace.isMissingNode()
                                        ? peer.at("/podSelector/matchLabels")
                                                .path("app.kubernetes.io/name")
                                                .asText()
                                        : "namespace " + String.join(" ", namespaceLabels(namespace))));
                    }
                }
            }
        }
        return callers;
    }

    private static List<String> namespaceLabels(JsonNode labels) {
        return labels.propertyStream()
                .filter(label -> label.getValue().asText().equals("true"))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Set<Integer> portsCalled(List<JsonNode> policies) {
        Set<Integer> ports = new HashSet<>();
        for (JsonNode policy : policies) {
            for (JsonNode rule : policy.at("/spec/egress")) {
                rule.path("ports").forEach(port -> ports.add(port.path("port").asInt()));
            }
        }
        return ports;
    }

    @ParameterizedTest
    @MethodSource("renderings")
    void givesEachServiceItsOwnKeysAndNobodyElse(Rendering rendering) {
        for (JsonNode migration : rendering.all("Job")) {
            String service = process(migration);

            assertThat(secretsOf(rendering, rendering.server(service))).containsKey(service + "-keys");
            assertThat(secretsOf(rendering, migration).keySet()).noneMatch(secret -> secret.endsWith("-keys"));
        }
        for (JsonNode server : rendering.all("Deployment")) {
            assertThat(secretsOf(rendering, server).keySet())
                    .filteredOn(secret -> secret.endsWith("-keys"))
                    .isSubsetOf(process(server) + "-keys");
        }
    }

    @ParameterizedTest
    @MethodSource("renderings")
    void keepsTheOwnerOfADatabaseOutOfTheServers(Rendering rendering) {
        for (JsonNode migration : rendering.all("Job")) {
            Map<String, String> migrates = rendering.environment(migration);
            Map<String, String> serves = rendering.environment(rendering.server(process(migration)));

            assertThat(migrates)
                    .containsEntry("QUARKUS_INIT_AND_EXIT", "true")
                    .containsEntry("QUARKUS_FLYWAY_MIGRATE_AT_START", "true")
                    .containsEntry(
                            "QUARKUS_FLYWAY_USERNAME", "secret:" + process(migration) + "-database-owner/username")
                    .containsEntry(
                            "QUARKUS_FLYWAY_PASSWORD", "secret:" + process(migration) + "-database-owner/password")
                    .doesNotContainKey("QUARKUS_DATASOURCE_PASSWORD");
            assertThat(serves)
                    .containsEntry("QUARKUS_FLYWAY_MIGRATE_AT_START", "false")
                    .containsEntry(
                            "QUARKUS_DATASOURCE_PASSWORD", "secret:" + process(migration) + "-database-app/password")
                    .doesNotContainKeys("QUARKUS_FLYWAY_USERNAME", "QUARKUS_FLYWAY_PASSWORD");
            assertThat(serves.values()).noneMatch(value -> value.contains("owner"));
            assertThat(migrates.get("QUARKUS_DATASOURCE_JDBC_URL"))
                    .isEqualTo(serves.get("QUARKUS_DATASOURCE_JDBC_URL"))
                    .contains("sslmode=verify-full");
        }
    }

    @ParameterizedTest
    @MethodSource("renderings")
    void tellsEveryProcessOnlyWhatItReads(Rendering rendering) throws IOException {
        for (String process : MODULES.keySet()) {
            Path libraries = ROOT.resolve(MODULES.get(process)).resolve("target/quarkus-app/lib/main");
            if (System.getenv("CI") == null) {
                Assumptions.assumeTrue(Files.isDirectory(libraries), () -> process + " is not built");
            }
            Set<String> read = variables(process, libraries);

            assertThat(rendering.workloads().stream()
                            .filter(workload -> process(workload).equals(process))
                            .flatMap(workload -> rendering.environment(workload).keySet().stream())
                            .filter(variable -> !read.contains(variable)))
                    .as("what %s does not read", process)
                    .isEmpty();
        }
    }

    /** JSON is what the application writes by itself in a cluster; a collector that reads text would cut a failure into lines. */
    @ParameterizedTest
    @MethodSource("renderings")
    void leavesTheLogAsJsonAndTracesToWhoeverCollectsThem(Rendering rendering) {
        assertThat(rendering.all("Deployment"))
                .allSatisfy(server -> assertThat(rendering.environment(server))
                        .doesNotContainKey("QUARKUS_LOG_CONSOLE_JSON_ENABLED")
                        .containsKey(TRACES_ENDPOINT));
    }

    /**
     * The variables of its own properties, of every runtime setting that the libraries in its image describe, and the one of the
     * OpenTelemetry specification that the kit reads.
     */
    private static Set<String> variables(String process, Path libraries) throws IOException {
        Set<String> variables = new HashSet<>(Set.of(TRACES_ENDPOINT));
        properties(process).stringPropertyNames().forEach(property -> variables.add(variable(property)));
        try (Stream<Path> jars = Files.list(libraries)) {
            for (Path jar : jars.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .toList()) {
                try (JarFile opened = new JarFile(jar.toFile())) {
                    ZipEntry model = opened.getEntry("META-INF/quarkus-config-doc/quarkus-config-model.json");
                    if (model != null) {
                        variablesOf(new ObjectMapper().readTree(opened.getInputStream(model)), variables);
                    }
                }
            }
        }
        return variables;
    }

    private static void variablesOf(JsonNode model, Set<String> variables) {
        if (model.path("phase").asText().equals("RUN_TIME")) {
            Stream.concat(
                            Stream.of(model.path("path")),
                            StreamSupport.stream(model.path("additionalPaths").spliterator(), false))
                    .map(path -> path.path("environmentVariable").asText())
                    .filter(variable -> !variable.isEmpty())
                    // Between double underscores stands a name that is ours to choose: there is one.
                    .forEach(variable -> variables.add(variable.replaceAll("__[A-Z_]+?__", "_AUTHORITIES_")));
        }
        model.forEach(child -> variablesOf(child, variables));
    }

    private static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    @Test
    void generatesTheRealmFromTheOneFileOfEveryDeployment() throws IOException {
        String generated = RENDERINGS
                .get("base")
                .find("ConfigMap", "balise-realm")
                .orElseThrow()
                .at("/data/suite.json")
                .asText();

        assertThat(generated).isEqualTo(Files.readString(KUBERNETES.resolve("realm/suite.json")));
    }

    @Test
    void startsEveryImageAsItsDeploymentExpects() throws IOException {
        for (String process : MODULES.keySet()) {
            String containerfile = containerfile(process);
            JsonNode server = RENDERINGS.get("base").server(process);

            assertThat(containerfile)
                    .as(process)
                    // A short name: the registry is for whoever builds to say.
                    .containsPattern("(?m)^FROM [a-z-]+:25[\\w-]*$")
                    .contains("EXPOSE " + port(server, "http") + " " + port(server, "management") + "\n")
                    .contains("USER "
                            + pod(server).at("/securityContext/runAsUser").asText() + ":"
                            + pod(server).at("/securityContext/runAsGroup").asText() + "\n")
                    .contains("QUARKUS_HTTP_HOST=0.0.0.0", "QUARKUS_MANAGEMENT_HOST=0.0.0.0")
                    .contains("COPY target/quarkus-app/quarkus-run.jar /app/");
            assertThat(entrypoint(containerfile))
                    .as(process)
                    .startsWith("java")
                    .contains(
                            "-XX:+UseSerialGC",
                            "-XX:+UseCompactObjectHeaders",
                            "-XX:+ExitOnOutOfMemoryError",
                            "--enable-native-access=ALL-UNNAMED",
                            "-XX:MaxRAMPercentage=50")
                    .endsWith("-jar", "/app/quarkus-run.jar");
        }
    }

    private static List<String> entrypoint(String containerfile) throws JsonProcessingException {
        Matcher entrypoint =
                Pattern.compile("ENTRYPOINT (\\[.*])", Pattern.DOTALL).matcher(containerfile);
        assertThat(entrypoint.find()).isTrue();
        return StreamSupport.stream(
                        new ObjectMapper()
                                .readTree(entrypoint.group(1).replace("\\\n", ""))
                                .spliterator(),
                        false)
                .map(JsonNode::asText)
                .toList();
    }
}
