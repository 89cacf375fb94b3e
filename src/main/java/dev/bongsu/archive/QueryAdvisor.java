package dev.bongsu.archive;

import dev.bongsu.archive.QueryAdvice.Refinement;
import dev.bongsu.archive.QueryAdvice.WordCount;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.match.MatchInput;
import dev.bongsu.match.QueryMatcher;
import dev.bongsu.query.CompiledQuery;
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

/// Advises on queries with too many matches or none.
public final class QueryAdvisor {
  private static final int SAMPLED_ARTICLES = 100;
  private static final int MAX_WEIGHED_WORDS = 30;
  private static final int MAX_SUGGESTIONS = 3;

  /// Similar words that are looked at: words of feeds that the chat does not see are left out.
  private static final int MAX_SIMILAR = 200;

  /// The share of articles that a helpful word appears in.
  private static final double MIN_SHARE = 0.05;

  private static final double MAX_SHARE = 0.6;
  private static final int MAX_READ = 300;

  private final Archive archive;
  private final ArchiveSearch search;
  private final QueryMatcher matcher;
  private final Topics topics;

  public QueryAdvisor(Archive archive, ArchiveSearch search, QueryMatcher matcher, Topics topics) {
    this.archive = archive;
    this.search = search;
    this.matcher = matcher;
    this.topics = topics;
  }

  /// The advice on a query: narrowing words for too many matches, similar queries for none.
  QueryAdvice advise(ChatKey chat, Query query, Instant since, Lookback lookback) {
    if (lookback.isEnoughToRefine()) {
      List<Refinement> narrower = refinements(chat, query, since, lookback.perDay());
      return new QueryAdvice(narrower, List.of(), List.of(), List.of());
    }
    return lookback.matches() == 0 ? adviseOnNoMatch(chat, query) : QueryAdvice.none();
  }

  private List<Refinement> refinements(ChatKey chat, Query query, Instant since, double perDay) {
    List<Set<String>> articles =
        search.find(
            chat,
            query,
            since,
            new Archive.Limits(SAMPLED_ARTICLES, MAX_READ),
            article -> article.analysed().nouns());
    SearchScope scope = search.scope(chat, since);
    Map<String, Integer> counts = new HashMap<>();
    articles.forEach(words -> words.forEach(word -> counts.merge(word, 1, Integer::sum)));
    String asked = query.print().toLowerCase(Locale.ROOT);
    return counts.entrySet().stream()
        .filter(entry -> splits(entry.getValue(), articles.size()))
        .filter(entry -> !asked.contains(entry.getKey()))
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(MAX_WEIGHED_WORDS)
        .map(entry -> weigh(entry.getKey(), (double) entry.getValue() / articles.size(), scope))
        .sorted(Comparator.comparingDouble(WeightedWord::weight).reversed())
        .limit(MAX_SUGGESTIONS)
        .map(one -> new Refinement(one.word(), one.share() * perDay))
        .toList();
  }

  private static boolean splits(int count, int articles) {
    return count > 1 && count >= MIN_SHARE * articles && count <= MAX_SHARE * articles;
  }

  /// A good word is in a third of these articles and, unlike "today", in few others.
  private WeightedWord weigh(String word, double share, SearchScope all) {
    double usual = archive.countCandidates(word(word), all) / Math.max(1.0, archive.size(all));
    double lift = share / (usual + 0.01);
    return new WeightedWord(word, share, share * (1 - share) * Math.log1p(lift));
  }

  private record WeightedWord(String word, double share, double weight) {}

  private QueryAdvice adviseOnNoMatch(ChatKey chat, Query query) {
    List<Query> parts = query instanceof Query.And(List<Query> all) ? all : List.of(query);
    List<WordCount> words = new ArrayList<>();
    List<String> near = new ArrayList<>();
    for (Query part : parts) {
      if (part.requiresSomething() && (parts.size() > 1 || part instanceof Query.Word)) {
        int count = search.count(chat, part, Instant.EPOCH, MAX_READ).articles();
        words.add(new WordCount(part.print(), count));
        if (count == 0 && part instanceof Query.Word(String word)) {
          similarWords(chat, word).filter(w -> !near.contains(w)).forEach(near::add);
        }
      }
    }
    return new QueryAdvice(List.of(), words, near, matchingTopics(query));
  }

  /// Similar words of the articles that the chat may see, the most frequent of these first.
  private Stream<String> similarWords(ChatKey chat, String word) {
    SearchScope scope = search.scope(chat, Instant.EPOCH);
    Map<String, Integer> counts = new HashMap<>();
    archive
        .similarWords(word, MAX_SIMILAR)
        .forEach(w -> counts.put(w, archive.countCandidates(word(w), scope)));
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MAX_SUGGESTIONS)
        .map(Map.Entry::getKey);
  }

  private CompiledQuery word(String word) {
    return matcher.compile(new Query.Word(word));
  }

  /// The topics that would match an article of these words.
  private List<String> matchingTopics(Query query) {
    String text =
        query
            .selfAndDescendants()
            .flatMap(QueryAdvisor::words)
            .reduce("", (some, more) -> some + " " + more);
    return topics.all().stream()
        .filter(topic -> matcher.match(topic.query(), MatchInput.of(text)).isPresent())
        .limit(MAX_SUGGESTIONS)
        .map(Topic::name)
        .toList();
  }

  private static Stream<String> words(Query part) {
    return switch (part) {
      case Query.Word(String text) -> Stream.of(text);
      case Query.Phrase(String text) -> Stream.of(text);
      case Query.Near(String text, _) -> Stream.of(text);
      case Query.Exact(String text) -> Stream.of(text);
      case Query.Prefix _, Query.Topic _, Query.InTitle _, Query.FieldValue _ -> Stream.empty();
      case Query.And _, Query.Or _, Query.Not _, Query.About _ -> Stream.empty();
    };
  }
}
