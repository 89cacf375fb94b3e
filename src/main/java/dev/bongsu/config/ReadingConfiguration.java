package dev.bongsu.config;

import dev.bongsu.analysis.AnalysisChain;
import dev.bongsu.analysis.LineProblem;
import dev.bongsu.feed.FeedFetcher;
import dev.bongsu.feed.FeedSchedule;
import dev.bongsu.feed.FeedSettings;
import dev.bongsu.match.QueryMatcher;
import dev.bongsu.match.TopicVerifier;
import dev.bongsu.page.ArticleReader;
import dev.bongsu.query.BilingualLexicon;
import dev.bongsu.query.BilingualQueries;
import dev.bongsu.query.QueryCompiler;
import dev.bongsu.query.QueryParser;
import dev.bongsu.query.Topics;
import dev.bongsu.syndication.FeedParser;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/// Reading and matching of feeds and pages without a database, for the bot and the commands.
@Configuration(proxyBeanMethods = false)
@Import({
  ProxyConfiguration.class,
  FeedParser.class,
  FeedFetcher.class,
  ArticleReader.class,
  QueryParser.class,
  QueryCompiler.class,
  BilingualQueries.class,
  QueryMatcher.class,
  TopicVerifier.class
})
class ReadingConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(ReadingConfiguration.class);
  private static final Duration MAX_AHEAD_SINGLE_NODE = Duration.ofDays(100_000);
  private static final Duration MAX_AHEAD_CLUSTER = Duration.ofSeconds(5);

  /// The one system clock.
  @Bean
  InstantSource clock(Environment environment) {
    // not from the settings record: doctor needs a clock even if the address is invalid
    String database = environment.getProperty("spring.datasource.url", "");
    Duration maxAhead =
        database.startsWith("jdbc:postgresql:") ? MAX_AHEAD_CLUSTER : MAX_AHEAD_SINGLE_NODE;
    return new MonotonicClock(InstantSource.system(), System::nanoTime, maxAhead);
  }

  @Bean
  FeedSchedule feedSchedule(FeedSettings settings) {
    return new FeedSchedule(settings, () -> ThreadLocalRandom.current().nextDouble());
  }

  @Bean
  WordLists wordLists() {
    return WordLists.read();
  }

  @Bean
  AnalysisChain analysisChain(WordLists lists) {
    warn(WordLists.DICTIONARY, lists.dictionary().problems());
    warn(WordLists.SYNONYMS, lists.synonyms().problems());
    return new AnalysisChain(lists.dictionary(), lists.synonyms());
  }

  @Bean
  BilingualLexicon bilingualLexicon(AnalysisChain chain) {
    try (Reader pairs = ConfigFile.open(WordLists.BILINGUAL)) {
      BilingualLexicon lexicon = BilingualLexicon.read(pairs, chain);
      warn(WordLists.BILINGUAL, lexicon.problems());
      return lexicon;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void warn(String file, List<LineProblem> problems) {
    problems.forEach(
        problem ->
            LOG.warn(
                "{} line {}: {}; the line is ignored", file, problem.line(), problem.message()));
  }

  @Bean
  TopicFolder topicFolder() {
    return TopicFolder.read();
  }

  @Bean
  Topics topics(TopicFolder folder) {
    folder.problems().forEach(problem -> LOG.warn("{}; the topic is ignored", problem));
    return folder.topics();
  }
}
