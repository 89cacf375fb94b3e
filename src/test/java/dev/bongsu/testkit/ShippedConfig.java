package dev.bongsu.testkit;

import dev.bongsu.analysis.AnalysisChain;
import dev.bongsu.analysis.Dictionary;
import dev.bongsu.analysis.Synonyms;
import dev.bongsu.query.BilingualLexicon;
import dev.bongsu.query.ParsedQuery.Valid;
import dev.bongsu.query.Query;
import dev.bongsu.query.QueryCompiler;
import dev.bongsu.query.QueryParser;
import dev.bongsu.query.Topic;
import dev.bongsu.query.TopicFile;
import dev.bongsu.query.Topics;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The analysis chain and the topics with the lists that ship, made once.
public final class ShippedConfig {
  public static final AnalysisChain CHAIN = chain();
  public static final Topics TOPICS = topics();
  public static final QueryParser PARSER = new QueryParser(TOPICS);
  public static final QueryCompiler COMPILER = new QueryCompiler(CHAIN, TOPICS);

  public static final BilingualLexicon BILINGUAL = bilingual();

  private ShippedConfig() {}

  private static BilingualLexicon bilingual() {
    try (Reader pairs = Files.newBufferedReader(Path.of("config/bilingual-ko-en.txt"))) {
      return BilingualLexicon.read(pairs, CHAIN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A query that can be used.
  public static Query query(String text) {
    return ((Valid) PARSER.parse(text)).query();
  }

  public static Dictionary dictionary() {
    try (Reader words = Files.newBufferedReader(Path.of("config/dictionary-ko.txt"))) {
      return Dictionary.read(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static AnalysisChain chain() {
    try (Reader synonyms = Files.newBufferedReader(Path.of("config/synonyms.txt"))) {
      return new AnalysisChain(dictionary(), Synonyms.read(synonyms));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The files of `config/topics`, in order of their names.
  public static List<Path> topicFiles() {
    try (Stream<Path> files = Files.list(Path.of("config/topics"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static TopicFile topicFile(Path file) {
    try {
      return TopicFile.read(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Topics topics() {
    List<Topic> topics = new ArrayList<>();
    for (Path file : topicFiles()) {
      Topic topic = topicFile(file).topic();
      if (topic != null) {
        topics.add(topic);
      }
    }
    return new Topics(topics);
  }
}
