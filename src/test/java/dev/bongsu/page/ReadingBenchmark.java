package dev.bongsu.page;

import dev.bongsu.testkit.NgramOverlap;
import dev.bongsu.testkit.PageTemplate;
import dev.bongsu.testkit.TestArticle;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Prints how well and how fast pages are read: F1 in runs of four words, per template.
class ReadingBenchmark {
  private static final URI BASE = URI.create("https://news.example/1");
  private final ArticleReader reader = new ArticleReader();

  /// Nanoseconds of this thread's own: others may be at work on the machine.
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  @Test
  void extraction() {
    Map<String, List<NgramOverlap>> results = new TreeMap<>();
    Map<String, List<String>> dates = new HashMap<>();
    List<Long> times = new ArrayList<>();
    String show = System.getProperty("show", "-");
    for (String language : List.of("ko", "en")) {
      for (PageTemplate template : PageTemplate.in(language)) {
        for (TestArticle article : TestArticle.in(language)) {
          byte[] page = template.fill(article).getBytes(StandardCharsets.UTF_8);
          long start = cpuNanos();
          ArticleText text = reader.read(page, null, BASE, EntryMetadata.none());
          times.add(cpuNanos() - start);
          NgramOverlap overlap = NgramOverlap.of(text.text(), article.body(), 4);
          results.computeIfAbsent(template.name(), _ -> new ArrayList<>()).add(overlap);
          if (!article.published().equals(text.published())) {
            dates
                .computeIfAbsent(template.name(), _ -> new ArrayList<>())
                .add(article.id() + "=" + text.published());
          }
          if (show.equals(template.name()) && overlap.f1() < 0.97) {
            System.out.printf(
                "---- %s %s %s %s%n%s%n", template, article, text.kind(), overlap, text.text());
          }
          if (!text.kind().code().equals(article.field("kind"))) {
            System.out.println("kind: " + template + " " + article + ": " + text.kind());
          }
          if (!text.title().equals(article.title())) {
            System.out.println("title: " + template + " " + article + ": " + text.title());
          }
        }
      }
    }
    results.forEach(
        (name, list) ->
            System.out.printf(
                "%-24s F1 %.3f  P %.3f R %.3f  worst %.2f  dates off %s%n",
                name,
                list.stream().mapToDouble(NgramOverlap::f1).average().orElse(0),
                list.stream().mapToDouble(NgramOverlap::precision).average().orElse(0),
                list.stream().mapToDouble(NgramOverlap::recall).average().orElse(0),
                list.stream().mapToDouble(NgramOverlap::f1).min().orElse(0),
                dates.getOrDefault(name, List.of()).stream().limit(2).toList()));
    double[] sorted = times.stream().mapToDouble(t -> t / 1e6).sorted().toArray();
    System.out.printf(
        "%d pages, %.0f pages/s, p99 %.1f ms%n",
        sorted.length,
        1000 / Arrays.stream(sorted).average().orElse(1),
        sorted[sorted.length * 99 / 100]);
  }

  /// As long and as full of links, scripts and comments as large papers' pages are.
  @Test
  void largePages() {
    String links =
        "<ul class=menu-list><li class='item x-1'><a href='/some/where'>A section of the paper</a></li></ul>"
            .repeat(2_500);
    String script =
        "<script>{\"props\":{\"items\":["
            + "{\"id\":\"a1b2c3\",\"url\":\"https://x.example/a\",\"label\":\"Some words of a label here\"},"
                .repeat(6_000)
            + "]}}</script>";
    String comments =
        "<div class='note-box'><p>A reader says that this is so, and not otherwise at all.</p></div>"
            .repeat(300);
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      for (String language : List.of("ko", "en")) {
        for (PageTemplate template : PageTemplate.in(language)) {
          if (i % PageTemplate.in(language).size() != 0 && i > 3) {
            continue;
          }
          TestArticle article = TestArticle.in(language).get(i % 20);
          String page =
              template.fill(article).replace("</body>", links + script + comments + "</body>");
          long start = cpuNanos();
          reader.read(page.getBytes(StandardCharsets.UTF_8), null, BASE, EntryMetadata.none());
          if (i > 0) {
            times.add(cpuNanos() - start);
          }
        }
      }
    }
    double[] sorted = times.stream().mapToDouble(t -> t / 1e6).sorted().toArray();
    System.out.printf(
        "%d large pages, mean %.0f ms, p99 %.0f ms%n",
        sorted.length, Arrays.stream(sorted).average().orElse(1), sorted[sorted.length * 99 / 100]);
  }
}
