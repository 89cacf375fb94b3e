package dev.bongsu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The links between the documents lead to files, and `docs/README.md` leads to all documents.
class DocumentLinksTest {
  private static final Path INDEX = Path.of("docs", "README.md");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(#[^)]*)?\\)");

  static List<Path> documents() throws IOException {
    try (Stream<Path> top = Files.list(Path.of(""));
        Stream<Path> docs = Files.walk(Path.of("docs"))) {
      return Stream.concat(top, docs)
          .filter(file -> file.toString().endsWith(".md"))
          .map(Path::normalize)
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void linksLeadToFiles(Path document) throws IOException {
    assertThat(targets(document)).allSatisfy(target -> assertThat(target).exists());
  }

  @Test
  void theIndexLeadsToEachDocument() throws IOException {
    assertThat(targets(INDEX))
        .containsAll(
            documents().stream()
                .filter(file -> file.startsWith("docs") && !file.equals(INDEX))
                .toList());
  }

  private static List<Path> targets(Path document) throws IOException {
    return LINK.matcher(Files.readString(document))
        .results()
        .map(link -> link.group(1))
        .filter(address -> !address.contains("://"))
        .map(address -> document.resolveSibling(address).normalize())
        .toList();
  }
}
