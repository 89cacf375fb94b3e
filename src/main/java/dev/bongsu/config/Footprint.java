package dev.bongsu.config;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/// How long this process has run, and what memory it has.
///
/// @param residentMegabytes of physical memory; of heap where the system does not tell
record Footprint(Duration sinceStart, long residentMegabytes) {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final long KILO = 1024;

  static Footprint ofThisProcess() {
    long millis = ManagementFactory.getRuntimeMXBean().getUptime();
    return new Footprint(Duration.ofMillis(millis), resident());
  }

  private static long resident() {
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / KILO)
          .findFirst()
          .orElseGet(Footprint::heap);
    } catch (IOException _) {
      return heap();
    }
  }

  private static long heap() {
    return Runtime.getRuntime().totalMemory() / KILO / KILO;
  }

  @Override
  public String toString() {
    return "%d ms after the start, %d MB resident"
        .formatted(sinceStart.toMillis(), residentMegabytes);
  }
}
