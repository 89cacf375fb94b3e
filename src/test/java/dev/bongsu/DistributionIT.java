package dev.bongsu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.ObjectMapper;

/// The folder `target/bongsu`, started by its script as an operator does.
class DistributionIT {
  private static final Path FOLDER = Path.of("target", "bongsu").toAbsolutePath();
  private static final String JAVA_HOME = System.getProperty("java.home");

  @TempDir private Path folder;

  @Test
  void theCacheOfTheBuildFitsTheProgramBesideIt() throws Exception {
    Result result = run(FOLDER.resolve("bin/bongsu"), Map.of("JAVA_OPTS", "-XX:AOTMode=on"));
    assertThat(result.exit()).as(result.err()).isZero();
  }

  @Test
  void aCopyWithoutAFittingCacheWorksAndWritesNothingButItsAnswer() throws Exception {
    Path copy = folder.resolve("a folder of its own");
    FileSystemUtils.copyRecursively(FOLDER, copy);
    assertThat(copy.resolve("bin/bongsu").toFile().setExecutable(true)).isTrue();
    Result result = run(copy.resolve("bin/bongsu"), Map.of());
    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.out().lines()).hasSize(1);
    assertThat(new ObjectMapper().readTree(result.out()).path("ok").asBoolean()).isTrue();
    assertThat(result.err()).isEmpty();
  }

  @Test
  void aLinkToTheScriptFindsTheProgram() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("bongsu"), FOLDER.resolve("bin/bongsu"));
    assertThat(run(link, Map.of()).exit()).isZero();
  }

  @Test
  void anotherJavaIsPassedOver() throws Exception {
    Path other = Files.createDirectories(folder.resolve("java17"));
    Files.writeString(other.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");
    Files.createDirectories(other.resolve("bin"));
    Files.writeString(other.resolve("bin/java"), "#!/bin/sh\nexit 9\n");
    assertThat(other.resolve("bin/java").toFile().setExecutable(true)).isTrue();
    Map<String, String> environment =
        Map.of(
            "JAVA_HOME",
            other.toString(),
            "PATH",
            JAVA_HOME + "/bin" + File.pathSeparator + System.getenv("PATH"));
    assertThat(run(FOLDER.resolve("bin/bongsu"), environment).exit()).isZero();
  }

  @Test
  void theProgramsOwnWordListsAreReadFromAnotherFolder() throws Exception {
    Path copy = folder.resolve("copy");
    FileSystemUtils.copyRecursively(FOLDER, copy);
    assertThat(copy.resolve("bin/bongsu").toFile().setExecutable(true)).isTrue();
    Files.writeString(copy.resolve("config/synonyms.txt"), "봉수대모임, 사이버안보\n");
    Result result = run(copy.resolve("bin/bongsu"), Map.of(), "봉수대모임");
    assertThat(result.out()).contains("\"matches\":true");
  }

  private Result run(Path script, Map<String, String> environment) throws Exception {
    return run(script, environment, "사이버안보 회의");
  }

  /// Asks for a match, in a folder that holds nothing but a page.
  private Result run(Path script, Map<String, String> environment, String query) throws Exception {
    Path here = Files.createDirectories(folder.resolve("here"));
    Files.writeString(here.resolve("page.txt"), "사이버안보 회의가 서울에서 열렸다.");
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of("match", query, "page.txt", "--json"));
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    ProcessBuilder builder = new ProcessBuilder(command).directory(here.toFile());
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("BONGSU_"));
    builder.environment().putAll(Map.of("LC_ALL", "C", "JAVA_HOME", JAVA_HOME));
    builder.environment().putAll(environment);
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private record Result(int exit, String out, String err) {}
}
