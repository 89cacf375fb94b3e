package dev.bongsu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/// The examples for Kubernetes and Compose fit the image and each other.
class DeploymentFilesTest {
  private static final Pattern MANIFEST = Pattern.compile("(?s)```yaml\n(.*?)```");
  private static final Pattern USER = Pattern.compile("useradd --uid (\\d+)");

  private static final Map<String, Class<? extends HasMetadata>> KINDS =
      Map.of(
          "apps/v1 Deployment", Deployment.class,
          "apps/v1 StatefulSet", StatefulSet.class,
          "policy/v1 PodDisruptionBudget", PodDisruptionBudget.class,
          "v1 Service", Service.class);

  /// Knows no more fields than the types do: theirs keep unknown ones for later versions.
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .annotationIntrospector(
              new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1L;

                @Override
                public Boolean hasAnySetter(Annotated type) {
                  return false;
                }
              })
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  @Test
  void theManifestIsReadStrictly() throws IOException {
    assertThat(resources(manifest()).stream().map(HasMetadata::getKind))
        .containsExactly("Deployment", "PodDisruptionBudget", "StatefulSet", "Service");
  }

  @ParameterizedTest
  @CsvSource({
    "livenessProbe:, livenesProbe:",
    "replicas: 2, replicas: two",
    "containerPort: 8080, port: 8080",
    "runAsUser: 10001, runAsUser: bongsu",
    "readOnlyRootFilesystem: true, readOnlyRoot: true",
    "kind: StatefulSet, kind: StatefulSets",
    "serviceName: db, replicas: 1",
    "minAvailable: 1, atLeast: 1",
    "clusterIP: None, clusterIp: None",
  })
  void aSlipInIsFound(String right, String wrong) throws IOException {
    String manifest = manifest();
    assertThat(manifest).contains(right);
    assertThatThrownBy(() -> resources(manifest.replaceFirst(Pattern.quote(right), wrong)))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void theDeploymentFitsTheImage() throws IOException {
    Deployment deployment = (Deployment) resources(manifest()).getFirst();
    assertThat(deployment.getSpec().getReplicas()).isEqualTo(2);
    PodSpec pod = deployment.getSpec().getTemplate().getSpec();
    Container bot = pod.getContainers().getFirst();
    String image = Files.readString(Path.of("Dockerfile"));
    assertThat(USER.matcher(image).results().map(found -> Long.valueOf(found.group(1))))
        .containsExactly(pod.getSecurityContext().getRunAsUser());
    assertThat(bot.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
    assertThat(image).contains("VOLUME " + bot.getVolumeMounts().getFirst().getMountPath() + "\n");
    assertThat(image).contains("EXPOSE " + bot.getPorts().getFirst().getContainerPort() + "\n");
    assertThat(image).contains(path(bot.getLivenessProbe()));
    assertThat(path(bot.getStartupProbe())).isEqualTo(path(bot.getLivenessProbe()));
    assertThat(path(bot.getReadinessProbe())).isEqualTo("/health/readiness");
  }

  @Test
  void bothExamplesSetTheSame() throws IOException {
    Deployment deployment = (Deployment) resources(manifest()).getFirst();
    List<EnvVar> environment =
        deployment.getSpec().getTemplate().getSpec().getContainers().getFirst().getEnv();
    String compose = Files.readString(Path.of("config", "compose.yaml"));
    JsonNode bot = STRICT.valueToTree(yaml().load(compose)).at("/services/bongsu/environment");
    assertThat(environment.stream().map(EnvVar::getName))
        .isNotEmpty()
        .containsExactlyElementsOf(bot.propertyStream().map(Map.Entry::getKey).toList());
  }

  private static String path(Probe probe) {
    return probe.getHttpGet().getPath();
  }

  private static String manifest() throws IOException {
    String document = Files.readString(Path.of("docs", "kubernetes.md"));
    Matcher manifest = MANIFEST.matcher(document);
    assertThat(manifest.find()).isTrue();
    return manifest.group(1);
  }

  private static List<HasMetadata> resources(String manifest) {
    return StreamSupport.stream(yaml().loadAll(manifest).spliterator(), false)
        .map(resource -> resource((Map<?, ?>) resource))
        .toList();
  }

  private static HasMetadata resource(Map<?, ?> resource) {
    String kind = resource.get("apiVersion") + " " + resource.get("kind");
    Class<? extends HasMetadata> type = KINDS.get(kind);
    if (type == null) {
      throw new IllegalArgumentException("unknown kind: " + kind);
    }
    return STRICT.convertValue(resource, type);
  }

  /// Refuses a key that is there twice.
  private static Yaml yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    return new Yaml(options);
  }
}
