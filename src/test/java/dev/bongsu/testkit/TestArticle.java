package dev.bongsu.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// An article written for the tests (`src/test/resources/articles`), with what is right about it.
///
/// @param fields `id kind title published`, `wants` and `never` (words a summary must and must not
///   hold), `deck` (lines a publisher sets between title and body), `reference` (a summary by hand)
/// @param paragraphs the body
public record TestArticle(String language, Map<String, String> fields, List<String> paragraphs) {

  /// The articles in a language, `ko` or `en`.
  public static List<TestArticle> in(String language) {
    return read(language, language).toList();
  }

  /// Fifty articles in a language: those of [#in], and others that have no summary by hand.
  public static List<TestArticle> forSummaries(String language) {
    return Stream.concat(read(language, language), read("summaries-" + language, language))
        .toList();
  }

  private static Stream<TestArticle> read(String file, String language) {
    return Arrays.stream(resource("/articles/" + file + ".txt").split("=====\n", -1))
        .map(text -> parse(language, text));
  }

  private static TestArticle parse(String language, String text) {
    int border = text.indexOf("\n\n");
    Map<String, String> fields = new HashMap<>();
    text.substring(0, border)
        .lines()
        .map(line -> line.split(": ", 2))
        .forEach(field -> fields.put(field[0], field[1]));
    return new TestArticle(language, fields, text.substring(border).strip().lines().toList());
  }

  public String id() {
    return field("id");
  }

  public String title() {
    return field("title");
  }

  public Instant published() {
    return Instant.parse(field("published"));
  }

  public String body() {
    return String.join("\n", paragraphs);
  }

  public String field(String name) {
    return fields.getOrDefault(name, "");
  }

  /// The values of a field that are parted by bars; empty if there is none.
  public List<String> values(String name) {
    String value = field(name);
    return value.isEmpty() ? List.of() : List.of(value.split("\\|"));
  }

  /// A file among the test resources.
  public static String resource(String path) {
    try (InputStream file =
        Objects.requireNonNull(TestArticle.class.getResourceAsStream(path), path)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return language + " " + id();
  }
}
