package dev.bongsu.archive;

import dev.bongsu.archive.Advice.Narrowing;
import dev.bongsu.archive.Advice.WordCount;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.match.QueryMatcher;
import dev.bongsu.match.Subject;
import dev.bongsu.query.Query;
import dev.bongsu.query.Topic;
import dev.bongsu.query.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Finds what to ask for instead of what brings too much or nothing.
public final class Advisor {
  private static final int SAMPLE = 100;
  private static final int WEIGHED = 30;
  private static final int MOST = 3;

  /// A word in fewer, or in more, of the articles does not split them.
  private static final double LEAST_SHARE = 0.05;

  private static final double MOST_SHARE = 0.6;
  private static final int MOST_READ = 300;

  private final Archive archive;
  private final ArchiveSearch search;
  private final QueryMatcher matcher;
  private final Topics topics;

  public Advisor(Archive archive, ArchiveSearch search, QueryMatcher matcher, Topics topics) {
    this.archive = archive;
    this.search = search;
    this.matcher = matcher;
    this.topics = topics;
  }

  /// What else to ask for: words that split what it brings, or what is near one that brings
  /// nothing.
  Advice advise(ChatKey chat, Query query, Instant since, Lookback lookback) {
    if (lookback.some()) {
      List<Narrowing> narrower = narrower(chat, query, since, lookback.perDay());
      return new Advice(narrower, List.of(), List.of(), List.of());
    }
    return lookback.matches() == 0 ? wider(chat, query) : Advice.none();
  }

  private List<Narrowing> narrower(ChatKey chat, Query query, Instant since, double perDay) {
    List<Set<String>> articles =
        search.find(
            chat,
            query,
            since,
            new Archive.Limits(SAMPLE, MOST_READ),
            article -> article.analysed().nouns());
    Map<String, Integer> counts = new HashMap<>();
    articles.forEach(words -> words.forEach(word -> counts.merge(word, 1, Integer::sum)));
    String asked = query.print().toLowerCase(Locale.ROOT);
    return counts.entrySet().stream()
        .filter(entry -> splits(entry.getValue(), articles.size()))
        .filter(entry -> !asked.contains(entry.getKey()))
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(WEIGHED)
        .map(entry -> weighed(entry.getKey(), (double) entry.getValue() / articles.size(), since))
        .sorted(Comparator.comparingDouble(Weighed::weight).reversed())
        .limit(MOST)
        .map(one -> new Narrowing(one.word(), one.share() * perDay))
        .toList();
  }

  private static boolean splits(int count, int articles) {
    return count > 1 && count >= LEAST_SHARE * articles && count <= MOST_SHARE * articles;
  }

  /// A good word is in a third of these articles and, unlike "today", in few others.
  private Weighed weighed(String word, double share, Instant since) {
    Scope all = new Scope(since, Set.of());
    double usual =
        archive.candidates(matcher.compile(new Query.Word(word)), all)
            / Math.max(1.0, archive.size(all));
    double lift = share / (usual + 0.01);
    return new Weighed(word, share, share * (1 - share) * Math.log1p(lift));
  }

  private record Weighed(String word, double share, double weight) {}

  private Advice wider(ChatKey chat, Query query) {
    List<Query> parts = query instanceof Query.And(List<Query> all) ? all : List.of(query);
    List<WordCount> words = new ArrayList<>();
    List<String> near = new ArrayList<>();
    for (Query part : parts) {
      if (part.requiresSomething() && (parts.size() > 1 || part instanceof Query.Word)) {
        int count = search.count(chat, part, Instant.EPOCH, MOST_READ).articles();
        words.add(new WordCount(part.print(), count));
        if (count == 0 && part instanceof Query.Word(String word)) {
          archive.near(word, MOST).stream().filter(w -> !near.contains(w)).forEach(near::add);
        }
      }
    }
    return new Advice(List.of(), words, near, about(query));
  }

  /// Topics that would match an article of these words.
  private List<String> about(Query query) {
    String text = query.all().flatMap(Advisor::words).reduce("", (some, more) -> some + " " + more);
    return topics.all().stream()
        .filter(topic -> matcher.match(topic.query(), Subject.of(text)).isPresent())
        .limit(MOST)
        .map(Topic::name)
        .toList();
  }

  private static Stream<String> words(Query part) {
    return switch (part) {
      case Query.Word(String text) -> Stream.of(text);
      case Query.Phrase(String text) -> Stream.of(text);
      case Query.Near(String text, _) -> Stream.of(text);
      case Query.Exact(String text) -> Stream.of(text);
      case Query.Prefix _, Query.Topic _, Query.InTitle _, Query.Fact _ -> Stream.empty();
      case Query.And _, Query.Or _, Query.Not _ -> Stream.empty();
    };
  }
}
