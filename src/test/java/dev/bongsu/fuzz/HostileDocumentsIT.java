package dev.bongsu.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Three hundred hostile documents one after the other in a process with a small heap.
class HostileDocumentsIT {
  /// With `-Pfaults` each is as large as what is fetched may be.
  private static final String BYTES =
      Boolean.getBoolean("faults") ? "9900000" : "200000";

  private static final long MAX_MILLIS = 20_000;

  @Test
  void eachIsAnswered() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                HostileDocuments.class.getName(),
                BYTES)
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
    List<String> answers = output.lines().filter(line -> line.matches("\\d+ ms .*")).toList();
    assertThat(answers).hasSize(HostileDocuments.count()).hasSizeGreaterThan(255);
    assertThat(answers)
        .allSatisfy(
            line ->
                assertThat(Long.parseLong(line.substring(0, line.indexOf(' '))))
                    .as(line)
                    .isLessThan(MAX_MILLIS));
  }
}
