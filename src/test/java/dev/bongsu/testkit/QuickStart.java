package dev.bongsu.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// How a test starts the bot: unpacked and with an archive of its classes, both made once for each
/// jar. A start takes half the processor's time of the jar's. The long fault run starts the jar,
/// and lets the virtual machine have its own way.
final class QuickStart {
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Path JAR = TARGET.resolve("bongsu.jar");
  private static final Path FOLDER = TARGET.resolve("bongsu-unpacked");
  private static final Path ARCHIVE = FOLDER.resolve("classes.jsa");
  private static final boolean LONG = Boolean.getBoolean("bongsu.faults");

  /// Of a program that is gone soon.
  private static final List<String> SHORT =
      List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  /// The jar as it is.
  static final List<String> JAR_COMMAND = command(JAR);

  static final List<String> COMMAND = LONG ? JAR_COMMAND : prepared();

  private QuickStart() {}

  private static List<String> command(Path jar, String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(LONG ? List.of("-Xmx256m") : SHORT);
    command.addAll(List.of(options));
    command.addAll(List.of("-jar", jar.toString()));
    return command;
  }

  /// Test runs beside this one wait for the first.
  private static List<String> prepared() {
    try (FileChannel file =
            FileChannel.open(
                TARGET.resolve("bongsu-unpacked.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock _ = file.lock()) {
      if (!isOfThisJar()) {
        prepare();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return command(FOLDER.resolve("bongsu.jar"), "-XX:SharedArchiveFile=" + ARCHIVE);
  }

  private static boolean isOfThisJar() throws IOException {
    return Files.exists(ARCHIVE)
        && Files.getLastModifiedTime(ARCHIVE).compareTo(Files.getLastModifiedTime(JAR)) > 0;
  }

  private static void prepare() throws IOException {
    Files.deleteIfExists(ARCHIVE);
    List<String> unpack = command(JAR, "-Djarmode=tools");
    unpack.addAll(List.of("extract", "--force", "--destination", FOLDER.toString()));
    run(TARGET, unpack);
    Path fresh = FOLDER.resolve("fresh.jsa");
    run(
        TestFolders.create(),
        command(
            FOLDER.resolve("bongsu.jar"),
            "-XX:ArchiveClassesAtExit=" + fresh,
            "-Dspring.context.exit=onRefresh"));
    Files.move(fresh, ARCHIVE, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void run(Path folder, List<String> command) throws IOException {
    Path said = TestFolders.create().resolve("output.txt");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectErrorStream(true).redirectOutput(said.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("BONGSU_"));
    builder.environment().put("SERVER_PORT", "0");
    builder.environment().put("BONGSU_FEED_CATALOGUE", "");
    try {
      if (builder.start().waitFor() != 0) {
        throw new IllegalStateException(Files.readString(said));
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
