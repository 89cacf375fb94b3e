package dev.bongsu.config;

import dev.bongsu.article.ArticleReader;
import dev.bongsu.feed.FeedFetcher;
import dev.bongsu.feed.FeedParser;
import dev.bongsu.http.GuardedHttp;
import dev.bongsu.match.QueryMatcher;
import dev.bongsu.storage.Dialect;
import dev.bongsu.storage.StorageSettings;
import dev.bongsu.text.AnalysisChain;
import dev.bongsu.text.Dictionary;
import dev.bongsu.text.LineProblem;
import dev.bongsu.text.Synonyms;
import java.io.IOException;
import java.io.Reader;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What reads feeds and pages and matches them, without a database: the bot's, and the commands'.
@Configuration(proxyBeanMethods = false)
class ReadingConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(ReadingConfiguration.class);
  private static final Duration ALONE = Duration.ofDays(100_000);
  private static final Duration AMONG_OTHERS = Duration.ofSeconds(5);
  private static final String DICTIONARY = "config/dictionary-ko.txt";
  private static final String SYNONYMS = "config/synonyms.txt";

  /// The one system clock.
  @Bean
  InstantSource clock(StorageSettings settings) {
    Duration mostAhead = Dialect.of(settings.url()) == Dialect.SQLITE ? ALONE : AMONG_OTHERS;
    return new SteadyClock(InstantSource.system(), System::nanoTime, mostAhead);
  }

  @Bean
  FeedParser feedParser() {
    return new FeedParser();
  }

  @Bean
  FeedFetcher feedFetcher(GuardedHttp http, FeedParser parser) {
    return new FeedFetcher(http, parser);
  }

  @Bean
  ArticleReader articleReader() {
    return new ArticleReader();
  }

  @Bean
  AnalysisChain analysisChain() throws IOException {
    try (Reader words = ConfigFile.open(DICTIONARY);
        Reader pairs = ConfigFile.open(SYNONYMS)) {
      Dictionary dictionary = Dictionary.read(words);
      Synonyms synonyms = Synonyms.read(pairs);
      warn(DICTIONARY, dictionary.problems());
      warn(SYNONYMS, synonyms.problems());
      return new AnalysisChain(dictionary, synonyms);
    }
  }

  private static void warn(String file, List<LineProblem> problems) {
    problems.forEach(
        problem ->
            LOG.warn(
                "{} line {}: {}; the line is left out", file, problem.line(), problem.message()));
  }

  @Bean
  QueryMatcher queryMatcher(AnalysisChain chain) {
    return new QueryMatcher(chain);
  }
}
