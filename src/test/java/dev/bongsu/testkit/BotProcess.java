package dev.bongsu.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The packed bot as a process of its own, in a folder of its own, under a locale without Korean.
public final class BotProcess implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(90);

  private final Process process;
  private final Path log;
  private final Path out;
  private final Path err;

  private BotProcess(Process process, Path log, Path out, Path err) {
    this.process = process;
    this.log = log;
    this.out = out;
    this.err = err;
  }

  /// Starts the program, in the way that costs a build the least.
  ///
  /// @param folder where it runs; what it says is kept beside it
  /// @param settings by the names of environment variables
  public static BotProcess start(Path folder, Map<String, String> settings) {
    return start(folder, settings, QuickStart.COMMAND);
  }

  /// Starts the jar as it is, as an operator does.
  public static BotProcess startJar(
      Path folder, Map<String, String> settings, String... arguments) {
    List<String> command = new ArrayList<>(QuickStart.JAR_COMMAND);
    command.addAll(List.of(arguments));
    return start(folder, settings, command);
  }

  private static BotProcess start(Path folder, Map<String, String> settings, List<String> command) {
    try {
      Path out = Files.createTempFile(folder.getParent(), "out", ".txt");
      Path err = Files.createTempFile(folder.getParent(), "err", ".txt");
      ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.redirectOutput(out.toFile()).redirectError(err.toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("BONGSU_"));
      builder.environment().putAll(Map.of("LC_ALL", "C", "SERVER_PORT", "0"));
      builder.environment().putAll(settings);
      Path log = folder.resolve("data").resolve("bongsu.log");
      return new BotProcess(builder.start(), log, out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Types a line.
  public void type(String line) {
    try {
      process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Waits until it has said something on standard output.
  public void awaitOutput(String words) {
    long deadline = System.nanoTime() + TIMEOUT.toNanos();
    while (!output().contains(words)) {
      assertThat(process.isAlive()).as("alive, having said%n%s%s", output(), errors()).isTrue();
      assertThat(System.nanoTime()).as("%s in%n%s", words, output()).isLessThan(deadline);
      pause();
    }
  }

  /// Waits for its end.
  ///
  /// @return the exit status
  public int awaitExit() {
    try {
      assertThat(process.waitFor(TIMEOUT)).as("ended, having said%n%s", errors()).isTrue();
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// SIGTERM.
  public void terminate() {
    process.destroy();
  }

  public long pid() {
    return process.pid();
  }

  /// Another signal, by its name as `STOP` and `CONT`.
  public void signal(String name) {
    try {
      String pid = String.valueOf(process.pid());
      assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor()).isZero();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// SIGKILL.
  public void kill() {
    process.destroyForcibly();
    awaitExit();
  }

  public String output() {
    return read(out);
  }

  /// What its log says by now.
  public String log() {
    return Files.exists(log) ? read(log) : "";
  }

  /// What it said on standard error.
  public String errors() {
    return read(err);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A look every 50 ms: a process tells nobody that it has written.
  private static void pause() {
    try {
      boolean never = new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
      assertThat(never).isFalse();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// Also looks for tokens in what it said and logged (r025).
  @Override
  public void close() {
    process.destroyForcibly();
    LogScanner.check("standard output", output());
    LogScanner.check("standard error", errors());
    if (Files.exists(log)) {
      LogScanner.check("the log", read(log));
    }
  }
}
