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
record ProcessInfo(Duration uptime, long residentMegabytes) {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final long KIB = 1024;

  static ProcessInfo current() {
    long millis = ManagementFactory.getRuntimeMXBean().getUptime();
    return new ProcessInfo(Duration.ofMillis(millis), readResidentMegabytes());
  }

  private static long readResidentMegabytes() {
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIB)
          .findFirst()
          .orElseGet(ProcessInfo::heapMegabytes);
    } catch (IOException _) {
      return heapMegabytes();
    }
  }

  private static long heapMegabytes() {
    return Runtime.getRuntime().totalMemory() / KIB / KIB;
  }

  @Override
  public String toString() {
    return "%d ms after the start, %d MB resident".formatted(uptime.toMillis(), residentMegabytes);
  }
}
