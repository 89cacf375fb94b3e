package dev.bongsu.article;

import dev.bongsu.testkit.Overlap;
import dev.bongsu.testkit.PageTemplate;
import dev.bongsu.testkit.TestArticle;
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

  @Test
  void extraction() {
    Map<String, List<Overlap>> results = new TreeMap<>();
    Map<String, List<String>> dates = new HashMap<>();
    List<Long> times = new ArrayList<>();
    String show = System.getProperty("show", "-");
    for (String language : List.of("ko", "en")) {
      for (PageTemplate template : PageTemplate.in(language)) {
        for (TestArticle article : TestArticle.in(language)) {
          byte[] page = template.fill(article).getBytes(StandardCharsets.UTF_8);
          long start = System.nanoTime();
          ArticleText text = reader.read(page, null, BASE, Hints.none());
          times.add(System.nanoTime() - start);
          Overlap overlap = Overlap.of(text.text(), article.body(), 4);
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
                list.stream().mapToDouble(Overlap::f1).average().orElse(0),
                list.stream().mapToDouble(Overlap::precision).average().orElse(0),
                list.stream().mapToDouble(Overlap::recall).average().orElse(0),
                list.stream().mapToDouble(Overlap::f1).min().orElse(0),
                dates.getOrDefault(name, List.of()).stream().limit(2).toList()));
    double[] sorted = times.stream().mapToDouble(t -> t / 1e6).sorted().toArray();
    System.out.printf(
        "%d pages, %.0f pages/s, p99 %.1f ms%n",
        sorted.length,
        1000 / Arrays.stream(sorted).average().orElse(1),
        sorted[sorted.length * 99 / 100]);
  }
}
