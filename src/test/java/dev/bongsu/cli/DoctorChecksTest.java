package dev.bongsu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.config.Launcher;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `doctor` on the program as it is shipped.
class DoctorChecksTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void everythingIsInOrderBeforeTheFirstStart() {
    List<JsonNode> found = examine();
    assertThat(found).allMatch(finding -> finding.get("ok").asBoolean());
    assertThat(found)
        .extracting(finding -> finding.get("check").asString())
        .contains(
            "settings",
            "database",
            "telegram",
            "slack",
            "catalogue",
            "dictionary",
            "synonyms",
            "topics");
  }

  @Test
  void badSettingsAreFindingsAndTheRestIsLookedAt() {
    List<JsonNode> found =
        examine(
            "--bongsu.feed.intervall=5m",
            "--bongsu.lease.duration=soon",
            "--bongsu.telegram.token=nonsense",
            "--bongsu.feed.catalogue=config/none.yaml");

    assertThat(failed(found, "settings"))
        .extracting(finding -> finding.get("detail").asString())
        .satisfiesExactlyInAnyOrder(
            detail -> assertThat(detail).contains("bongsu.feed.intervall"),
            detail -> assertThat(detail).contains("bongsu.lease.duration must be a duration"),
            detail ->
                assertThat(detail).contains("bongsu.telegram.token").doesNotContain("nonsense"));
    assertThat(failed(found, "telegram")).hasSize(1);
    assertThat(failed(found, "catalogue").getFirst().get("detail").asString())
        .contains("config/none.yaml does not exist");
    assertThat(failed(found, "dictionary")).isEmpty();
    assertThat(found)
        .filteredOn(finding -> !finding.get("ok").asBoolean())
        .allSatisfy(finding -> assertThat(finding.get("fix").asString()).isNotBlank());
  }

  @Test
  void theProxyIsNamedWithoutItsPassword() {
    List<JsonNode> found = examine("--bongsu.http.proxy=socks5://me:hunter2@p.example:1080");
    assertThat(found)
        .filteredOn(finding -> finding.get("check").asString().equals("proxy"))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.get("detail").asString())
                    .contains("socks5://***@p.example:1080 (from bongsu.http.proxy)"));
    assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("hunter2");
  }

  @Test
  void aProxyThatCannotBeUsedIsOneLineWithoutIt() {
    assertThat(failed(examine("--bongsu.http.proxy=https://me:hunter2@p.example"), "settings"))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.get("detail").asString())
                    .contains("bongsu.http.proxy: must begin with http:// or socks5://"));
    assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("hunter2");
  }

  @Test
  void aDatabaseThatCannotBeReachedIsOneFinding() {
    List<JsonNode> found = examineOn("jdbc:postgresql://127.0.0.1:1/none?connectTimeout=1");
    assertThat(found)
        .filteredOn(finding -> !finding.get("ok").asBoolean())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.get("check").asString()).isEqualTo("database");
              assertThat(finding.get("fix").asString()).startsWith("start the database");
            });
    assertThat(found)
        .extracting(finding -> finding.get("check").asString())
        .contains("catalogue", "dictionary");
  }

  private static List<JsonNode> failed(List<JsonNode> found, String check) {
    return found.stream()
        .filter(finding -> finding.get("check").asString().equals(check))
        .filter(finding -> !finding.get("ok").asBoolean())
        .toList();
  }

  private List<JsonNode> examine(String... settings) {
    return examineOn("jdbc:sqlite:" + folder.resolve("bongsu.db"), settings);
  }

  private List<JsonNode> examineOn(String url, String... settings) {
    String database = "--spring.datasource.url=" + url;
    Launcher launcher =
        new Launcher(
            Stream.concat(Stream.of(database), Stream.of(settings)).toArray(String[]::new));
    new OperatorCommands(
            () -> OperatorCommands.RUNNING,
            () -> {
              throw new AssertionError("no parts are needed");
            },
            () -> DoctorChecks.of(launcher),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            System.err)
        .execute("doctor", "--json");
    return out.toString(StandardCharsets.UTF_8).lines().map(JsonMapper.shared()::readTree).toList();
  }
}
