package dev.bongsu;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import dev.bongsu.testkit.IcuAnswers;
import java.io.File;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The packed program holds what its platforms and languages need, and not much else.
class PackageIT {
  private static final Path TARGET = Path.of("target");
  private static final Path PACKED = TARGET.resolve("bongsu.jar");
  private static final Path WHOLE = TARGET.resolve("whole");
  private static final Path TRIMMED = TARGET.resolve("trimmed/BOOT-INF/lib");
  private static final long MAX_BYTES = 90_000_000;

  @Test
  void theProgramIsSmall() throws Exception {
    assertThat(Files.size(PACKED)).isLessThan(MAX_BYTES);
  }

  @Test
  void nativeCodeIsThereForTheSupportedPlatformsAlone() throws Exception {
    assertThat(natives("sqlite-jdbc"))
        .containsExactlyInAnyOrder(
            "org/sqlite/native/Linux/aarch64/libsqlitejdbc.so",
            "org/sqlite/native/Linux/x86_64/libsqlitejdbc.so",
            "org/sqlite/native/Mac/aarch64/libsqlitejdbc.dylib",
            "org/sqlite/native/Mac/x86_64/libsqlitejdbc.dylib",
            "org/sqlite/native/Windows/x86_64/sqlitejdbc.dll");
    assertThat(natives("zstd-jni").stream().map(name -> name.replaceFirst("/lib.*", "")))
        .containsExactlyInAnyOrder(
            "darwin/aarch64", "darwin/x86_64", "linux/aarch64", "linux/amd64", "win/amd64");
  }

  /// These run with the trimmed libraries, as all `*IT` do.
  @Test
  void nativeCodeOfThisPlatformIsLoaded() throws Exception {
    assertThat(Path.of(Zstd.class.getProtectionDomain().getCodeSource().getLocation().toURI()))
        .hasParent(TRIMMED.toAbsolutePath());
    byte[] bytes = "사이버안보 회의".getBytes(UTF_8);
    assertThat(Zstd.decompress(Zstd.compress(bytes), bytes.length)).isEqualTo(bytes);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("SQLite");
    }
  }

  @Test
  void icuAnswersAsItDoesWhole() throws Exception {
    List<String> whole = icuAnswers(library(WHOLE, "icu4j"));
    assertThat(whole).hasSizeGreaterThan(1_000);
    assertThat(icuAnswers(library(TRIMMED, "icu4j"))).isEqualTo(whole);
  }

  @ParameterizedTest
  @ValueSource(strings = {"icu4j", "sqlite-jdbc", "zstd-jni"})
  void theProgramHoldsTheTrimmedLibrary(String name) throws Exception {
    Path trimmed = library(TRIMMED, name);
    assertThat(Files.size(trimmed)).isLessThan(Files.size(library(WHOLE, name)));
    try (ZipFile packed = new ZipFile(PACKED.toFile())) {
      ZipEntry entry = packed.getEntry("BOOT-INF/lib/" + trimmed.getFileName());
      assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
      assertThat(packed.getInputStream(entry)).hasBinaryContent(Files.readAllBytes(trimmed));
    }
  }

  private static List<String> natives(String name) throws Exception {
    try (ZipFile library = new ZipFile(library(TRIMMED, name).toFile())) {
      return library.stream()
          .map(ZipEntry::getName)
          .filter(entry -> entry.matches(".*\\.(so|dylib|dll|jnilib|a)"))
          .toList();
    }
  }

  private static Path library(Path folder, String name) throws Exception {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(name + "-"))
          .findFirst()
          .orElseThrow();
    }
  }

  /// Of that very library: nothing of the class path of this test is seen.
  private static List<String> icuAnswers(Path library) throws Exception {
    URI tests = IcuAnswers.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    URL[] places = {library.toUri().toURL(), new File(tests).toURI().toURL()};
    try (URLClassLoader loader =
        new URLClassLoader(places, ClassLoader.getPlatformClassLoader())) {
      Object answers =
          loader.loadClass(IcuAnswers.class.getName()).getDeclaredConstructor().newInstance();
      return ((Supplier<?>) answers)
          .get() instanceof List<?> list
              ? list.stream().map(String::valueOf).toList()
              : List.of();
    }
  }
}
