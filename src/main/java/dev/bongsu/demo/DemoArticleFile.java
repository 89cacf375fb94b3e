package dev.bongsu.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// Reads `stories.yaml`.
final class DemoArticleFile {
  private static final String NAME = "stories.yaml";

  private DemoArticleFile() {}

  /// All stories, in the order they are published.
  ///
  /// @throws IllegalArgumentException if a story lacks a field
  static List<DemoArticle> read() {
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    List<?> stories = yaml.load(DemoResources.text(NAME));
    return stories.stream().map(story -> toArticle((Map<?, ?>) story)).toList();
  }

  private static DemoArticle toArticle(Map<?, ?> fields) {
    return new DemoArticle(
        text(fields, "slug"),
        DemoFeed.of(text(fields, "feed")),
        Locale.forLanguageTag(text(fields, "language")),
        text(fields, "section"),
        text(fields, "title"),
        text(fields, "reporter"),
        text(fields, "caption"),
        paragraphs(text(fields, "body")),
        names(fields, "advertisers"),
        names(fields, "related"));
  }

  private static String text(Map<?, ?> fields, String name) {
    if (fields.get(name) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("a story in %s has no %s".formatted(NAME, name));
  }

  private static List<String> paragraphs(String body) {
    return Arrays.stream(body.split("\n\n")).map(String::strip).toList();
  }

  private static List<String> names(Map<?, ?> fields, String name) {
    return fields.get(name) instanceof List<?> names
        ? names.stream().map(String::valueOf).toList()
        : List.of();
  }
}
