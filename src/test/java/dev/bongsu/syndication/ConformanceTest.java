package dev.bongsu.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is read of a set of documents, each of which has one thing that publishers do. The table in
/// `docs/performance.md` is made from it: `-Dconformance=write` writes it.
///
/// The reference beside it is ROME alone. Where the two differ, the expected value says who is
/// right; it was written by hand before either was asked.
class ConformanceTest {
  private static final Path DOCUMENT = Path.of("docs", "performance.md");
  private static final URI BASE = URI.create("https://news.example/f/feed.xml");
  private static final List<ConformanceSample> ALL = ConformanceSample.all();
  private static final int MIN_DOCUMENTS = 400;
  private static final Pattern TABLE =
      Pattern.compile("\\| what publishers do \\|[^\\n]*\\n(?:\\|[^\\n]*\\n)*");

  static Stream<String> kinds() {
    return ALL.stream().map(ConformanceSample::kind).distinct();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void readsWhatPublishersDo(String kind) {
    List<String> wrong =
        ALL.stream()
            .filter(sample -> sample.kind().equals(kind) && !read(sample).equals(sample.expected()))
            .map(sample -> "%s\n  is read as: %s".formatted(sample, read(sample)))
            .toList();

    assertThat(wrong).isEmpty();
  }

  @Test
  void theTableIsOfThisSet() throws IOException {
    assertThat(ALL).hasSizeGreaterThanOrEqualTo(MIN_DOCUMENTS);
    String text = Files.readString(DOCUMENT);
    if ("write".equals(System.getProperty("conformance"))) {
      text = TABLE.matcher(text).replaceFirst(Matcher.quoteReplacement(table()));
      Files.writeString(DOCUMENT, text);
    }
    assertThat(text).contains(table());
  }

  private static String table() {
    Map<String, List<ConformanceSample>> kinds =
        ALL.stream()
            .collect(
                Collectors.groupingBy(
                    ConformanceSample::kind, LinkedHashMap::new, Collectors.toList()));
    StringBuilder table =
        new StringBuilder(
            """
            | what publishers do | documents | read right | by ROME alone |
            | --- | --- | --- | --- |
            """);
    kinds.forEach((kind, samples) -> table.append(row(kind, samples)));
    return table.append(row("all", ALL)).toString();
  }

  private static String row(String kind, List<ConformanceSample> samples) {
    return "| %s | %d | %d | %d |\n"
        .formatted(
            kind,
            samples.size(),
            right(samples, ConformanceTest::read),
            right(samples, ConformanceTest::readByRomeAlone));
  }

  private static long right(
      List<ConformanceSample> samples, Function<ConformanceSample, String> reader) {
    return samples.stream()
        .filter(sample -> reader.apply(sample).equals(sample.expected()))
        .count();
  }

  private static String read(ConformanceSample sample) {
    ParseOutcome outcome = new FeedParser().parse(sample.document(), null, BASE);
    if (!(outcome instanceof ParseOutcome.Parsed(ParsedFeed feed))) {
      return "not read: " + outcome;
    }
    assertThat(feed.warnings()).noneMatch(warning -> warning.contains("date"));
    return feed.entries().stream()
        .map(entry -> value(sample, entry))
        .collect(Collectors.joining(","));
  }

  private static String value(ConformanceSample sample, Entry entry) {
    if (sample.form().equals("document")) {
      return entry.title();
    }
    return switch (sample.value()) {
      case TITLES -> entry.title();
      case LINKS -> Objects.toString(entry.link(), "");
      case DATES -> Objects.toString(entry.published(), "");
      case TEXTS -> entry.summary();
    };
  }

  private static String readByRomeAlone(ConformanceSample sample) {
    try {
      SyndFeed feed =
          new SyndFeedInput()
              .build(new XmlReader(new ByteArrayInputStream(sample.document()), true, "UTF-8"));
      return feed.getEntries().stream()
          .map(entry -> value(sample, entry))
          .collect(Collectors.joining(","));
    } catch (FeedException | IOException | RuntimeException e) {
      return "not read: " + e;
    }
  }

  private static String value(ConformanceSample sample, SyndEntry entry) {
    String title = Objects.requireNonNullElse(entry.getTitle(), "");
    if (sample.form().equals("document")) {
      return title;
    }
    SyndContent text = entry.getDescription();
    Date date =
        entry.getPublishedDate() == null ? entry.getUpdatedDate() : entry.getPublishedDate();
    return switch (sample.value()) {
      case TITLES -> title;
      case LINKS -> Objects.requireNonNullElse(entry.getLink(), "");
      case DATES -> date == null ? "" : date.toInstant().toString();
      case TEXTS -> text == null || text.getValue() == null ? "" : text.getValue();
    };
  }
}
