package dev.bongsu.match;

import static dev.bongsu.testkit.ShippedConfig.query;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.query.QueryId;
import dev.bongsu.testkit.ShippedConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryIndexTest {
  private final QueryIndex index = new QueryIndex(ShippedConfig.CHAIN, ShippedConfig.COMPILER);
  private final QueryMatcher matcher =
      new QueryMatcher(ShippedConfig.CHAIN, ShippedConfig.COMPILER);

  private void put(long id, String text) {
    index.put(new QueryId(id), query(text));
  }

  private List<Long> matching(String text) {
    return index.match(MatchInput.of(text)).stream().map(match -> match.query().value()).toList();
  }

  private List<String> matchedWords(String query, String text) {
    return matcher.match(query(query), MatchInput.of(text)).orElse(List.of()).stream()
        .map(span -> text.substring(span.start(), span.end()))
        .toList();
  }

  @Nested
  class Spans {
    @ParameterizedTest
    @CsvSource(
        delimiter = '>',
        value = {
          "훈련 회의 > 회의 뒤 훈련, 훈련 뒤 회의 > 회의|훈련|훈련|회의",
          "합동훈련 훈련 > 합동훈련을 마쳤다 > 합동훈련",
          "훈련 -야구 > 훈련 종료 > 훈련",
          "훈련 OR 야구 > 야구 종료 > 야구",
          "(훈련 야구) OR 종료 > 야구 종료 > 종료",
          "한국 인터넷 진흥원 > 한국인터넷진흥원이 알렸다 > 한국인터넷진흥원",
        })
    void coverTheMatchedWords(String query, String text, String spans) {
      assertThat(String.join("|", matchedWords(query, text))).isEqualTo(spans);
    }

    @Test
    void areEmptyWhenAnExcludedWordStandsInTheText() {
      assertThat(matcher.match(query("훈련 -야구"), MatchInput.of("훈련과 야구"))).isEmpty();
    }

    @Test
    void areBounded() {
      String page = "훈련, ".repeat(50_000);
      assertThat(matcher.match(query("훈련"), MatchInput.of(page)).orElseThrow()).hasSize(1000);
    }
  }

  @Test
  void findsPhrasesOfTheSamePairsOfWords() {
    List<String> words = List.of("zero", "day", "attack");
    List<String> phrases = new ArrayList<>();
    for (String one : words) {
      for (String two : words) {
        words.forEach(three -> phrases.add(String.join(" ", one, two, three)));
      }
    }
    for (int i = 0; i < phrases.size(); i++) {
      put(i + 1, '"' + phrases.get(i) + '"');
    }
    assertThat(matching("Attack zero day attack."))
        .extracting(id -> phrases.get(Math.toIntExact(id) - 1))
        .containsExactlyInAnyOrder("attack zero day", "zero day attack");
  }

  @Nested
  class Updates {
    @Test
    void removedQueryNoLongerMatches() {
      put(1, "훈련");
      put(2, "훈련");
      index.remove(new QueryId(1));
      assertThat(matching("훈련 종료")).containsExactly(2L);
      index.remove(new QueryId(2));
      index.remove(new QueryId(2));
      assertThat(matching("훈련 종료")).isEmpty();
      assertThat(index.size()).isZero();
    }

    @Test
    void removalLeavesNothingBehind() {
      for (int i = 0; i < 500; i++) {
        put(i, "훈련 word" + i + " OR 회의");
      }
      for (int i = 0; i < 500; i++) {
        index.remove(new QueryId(i));
      }
      assertThat(index.keyCount()).isZero();
    }

    @Test
    void putReplacesTheQueryOfAnId() {
      put(1, "훈련");
      put(1, "회의");
      assertThat(matching("훈련")).isEmpty();
      assertThat(matching("회의")).containsExactly(1L);
      put(1, "회의");
      assertThat(index.size()).isOne();
    }
  }

  @Nested
  class Placements {
    /// A word of which the index has to learn that it is everywhere.
    private void makeFrequent(String word) {
      for (int i = 0; i < 600; i++) {
        index.learnFrequencies(word + " 훈련");
      }
    }

    @Test
    void newQueriesUseFrequenciesLearnedBefore() {
      for (int i = 0; i < 100; i++) {
        index.learnFrequencies("회의 훈련");
      }
      for (int i = 0; i < 300; i++) {
        put(i, "회의 word" + i);
      }
      assertThat(index.queryCountUnder(query("회의"))).isZero();
    }

    @Test
    void rebalancingLosesNoMatch() {
      for (int i = 0; i < 300; i++) {
        put(i, "회의 word" + i);
        put(1000 + i, "회의 -word" + i);
        put(2000 + i, "word" + i + " OR 사회");
      }
      assertThat(index.queryCountUnder(query("회의"))).isGreaterThan(300);
      makeFrequent("회의");
      for (int i = 0; i < 20; i++) {
        List<Long> found = matching("회의 word7");
        assertThat(found).hasSize(301).contains(7L, 2007L).doesNotContain(1007L);
      }
      assertThat(index.queryCountUnder(query("회의"))).isEqualTo(300);
      for (int i = 0; i < 3000; i++) {
        index.remove(new QueryId(i));
      }
      assertThat(index.keyCount()).isZero();
    }

    /// The second query keeps a reader for long between the two places of the first.
    @Test
    void readersNeverMissARebalancedQuery() throws InterruptedException {
      put(1, "회의 훈련");
      put(2, "회의 -\"회의 훈련\"~2");
      String page = "회의 훈련, ".repeat(1_000);
      assertThat(
              missedDuring(
                  () -> {
                    for (int round = 0; round < 30; round++) {
                      String frequent = round % 2 == 0 ? "회의" : "훈련";
                      for (int i = 0; i < 1_500; i++) {
                        index.learnFrequencies(frequent);
                      }
                      matching("야구");
                    }
                  },
                  page))
          .isZero();
    }

    @Test
    void readersNeverMissAReplacedQuery() throws InterruptedException {
      put(1, "회의 훈련");
      assertThat(
              missedDuring(
                  () -> {
                    for (int i = 0; i < 20_000; i++) {
                      put(1, i % 2 == 0 ? "회의" : "훈련");
                    }
                  },
                  "회의 훈련"))
          .isZero();
    }

    /// How often a reader does not find the first query in a text while something is done.
    private int missedDuring(Runnable work, String text) throws InterruptedException {
      AtomicBoolean done = new AtomicBoolean();
      AtomicInteger missed = new AtomicInteger();
      Thread reader =
          Thread.ofPlatform()
              .start(
                  () -> {
                    while (!done.get()) {
                      missed.addAndGet(matching(text).contains(1L) ? 0 : 1);
                    }
                  });
      work.run();
      done.set(true);
      reader.join();
      return missed.get();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {2026, 7, 99})
  void agreesWithQueryMatcher(long seed) {
    Random random = new Random(seed);
    Map<Long, String> queries = new TreeMap<>();
    for (long id = 1; id <= 200; id++) {
      queries.put(id, RandomQueries.query(random));
      put(id, queries.get(id));
    }
    for (int round = 0; round < 50; round++) {
      // Enough texts to rebalance the queries again and again.
      for (int i = 0; i < 30; i++) {
        index.learnFrequencies(RandomQueries.text(random));
      }
      String text = RandomQueries.text(random);
      List<String> expected = new ArrayList<>();
      queries.forEach(
          (id, query) ->
              matcher
                  .match(query(query), MatchInput.of(text))
                  .ifPresent(spans -> expected.add(id + " " + spans)));
      assertThat(index.match(MatchInput.of(text)))
          .as(text)
          .extracting(match -> match.query().value() + " " + match.spans())
          .isEqualTo(expected);
      long changed = random.nextLong(1, 201);
      queries.put(changed, RandomQueries.query(random));
      put(changed, queries.get(changed));
    }
  }
}
