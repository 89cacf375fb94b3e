package dev.bongsu.testkit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How a test starts the bot: unpacked and with the cache of what a start loads, which takes half
/// of the processor's time. The long fault run starts the jar, and lets the virtual machine have
/// its own way.
final class QuickStart {
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Path UNPACKED = TARGET.resolve("bongsu");
  private static final boolean LONG = Boolean.getBoolean("faults");

  /// Of a program that is gone soon. Collector and headers are those of the cache.
  private static final List<String> SHORT =
      List.of(
          "-Xmx256m",
          "-XX:+UseSerialGC",
          "-XX:+UseCompactObjectHeaders",
          "-XX:TieredStopAtLevel=1");

  /// The jar as it is.
  static final List<String> JAR_COMMAND = command(TARGET.resolve("bongsu.jar"));

  static final List<String> COMMAND =
      LONG
          ? JAR_COMMAND
          : command(
              UNPACKED.resolve("bongsu.jar"),
              "-XX:AOTCache=" + UNPACKED.resolve("lib").resolve("bongsu.aot"),
              "-Xlog:disable",
              "-Xlog:all=error,aot*=off,cds*=off:stderr");

  private QuickStart() {}

  private static List<String> command(Path jar, String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(LONG ? List.of("-Xmx256m") : SHORT);
    command.addAll(List.of(options));
    command.addAll(List.of("-jar", jar.toString()));
    return command;
  }
}
