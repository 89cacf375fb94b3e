package dev.bongsu.summary;

import dev.bongsu.page.ArticleReader;
import dev.bongsu.page.ArticleText;
import dev.bongsu.page.EntryMetadata;
import dev.bongsu.testkit.NgramOverlap;
import dev.bongsu.testkit.TestArticle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Prints ROUGE-1 of the summaries against those written by hand, beside the first sentences and
/// TextRank alone within the same length, and how many are made in a second.
class SummaryBenchmark {
  private static final int ROUNDS = 20;

  @Test
  void summaries() {
    for (String language : List.of("ko", "en")) {
      List<TestArticle> articles = TestArticle.in(language);
      print(language, "first sentences", articles, this::first);
      print(language, "TextRank", articles, this::textRank);
      print(language, "ours", articles, this::summarizer);
      long start = System.nanoTime();
      for (int i = 0; i < ROUNDS; i++) {
        articles.forEach(this::summarizer);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf("%s %.0f articles/s%n", language, ROUNDS * articles.size() / seconds);
    }
  }

  private static void print(
      String language,
      String name,
      List<TestArticle> articles,
      Function<TestArticle, List<String>> way) {
    List<NgramOverlap> overlaps =
        articles.stream()
            .map(a -> NgramOverlap.of(String.join(" ", way.apply(a)), a.field("reference"), 1))
            .toList();
    System.out.printf(
        "%s %-16s R1 recall %.3f F1 %.3f, %.0f characters%n",
        language,
        name,
        overlaps.stream().mapToDouble(NgramOverlap::recall).average().orElse(0),
        overlaps.stream().mapToDouble(NgramOverlap::f1).average().orElse(0),
        articles.stream()
            .mapToInt(a -> String.join(" ", way.apply(a)).length())
            .average()
            .orElse(0));
    if (name.equals("ours") && Boolean.getBoolean("show")) {
      articles.forEach(a -> System.out.println(a.id() + ": " + String.join(" / ", way.apply(a))));
    }
  }

  private List<String> summarizer(TestArticle article) {
    EntryMetadata hints = new EntryMetadata(article.title(), null, null);
    ArticleText text = new ArticleReader().readPlain(article.body(), hints);
    return ArticleSummary.of(text.kind(), text.title(), text.text(), text.language(), List.of());
  }

  private List<String> first(TestArticle article) {
    return fitting(SentenceSplitter.split(article.body(), article.language()));
  }

  private List<String> textRank(TestArticle article) {
    List<String> sentences = SentenceSplitter.split(article.body(), article.language());
    double[] rank =
        new SentenceGraph(sentences.stream().map(SentenceTokens::of).toList()).centrality();
    return fitting(
        IntStream.range(0, sentences.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -rank[i]))
            .map(sentences::get)
            .toList());
  }

  private static List<String> fitting(List<String> sentences) {
    List<String> chosen = new ArrayList<>();
    int length = 0;
    for (String sentence : sentences) {
      if (length + sentence.length() <= Summarizer.MAX_LENGTH) {
        chosen.add(sentence);
        length += sentence.length() + 1;
      }
    }
    return chosen;
  }
}
