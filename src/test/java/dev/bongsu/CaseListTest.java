package dev.bongsu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `docs/cases.md` lists the codes that the names of tests carry, and no others.
class CaseListTest {
  private static final Path LIST = Path.of("docs", "cases.md");
  private static final Path TESTS = Path.of("src", "test", "java");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (r\\d{3}) \\| \\S");
  private static final Pattern TEST_NAME = Pattern.compile("void ((?:r\\d{3})+)");
  private static final Pattern CODE = Pattern.compile("r\\d{3}");

  @Test
  void listsEachCodeOfATestOnce() throws IOException {
    List<String> listed =
        ROW.matcher(Files.readString(LIST)).results().map(row -> row.group(1)).toList();

    assertThat(listed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(usedCodes());
  }

  private static List<String> usedCodes() throws IOException {
    try (Stream<Path> files = Files.walk(TESTS)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .flatMap(file -> TEST_NAME.matcher(read(file)).results())
          .flatMap(name -> CODE.matcher(name.group(1)).results())
          .map(MatchResult::group)
          .distinct()
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
