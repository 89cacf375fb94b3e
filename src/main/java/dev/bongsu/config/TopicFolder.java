package dev.bongsu.config;

import dev.bongsu.query.Topic;
import dev.bongsu.query.TopicFile;
import dev.bongsu.query.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The topics of `config/topics`, in the jar and in the working directory, else the program's own.
/// A file of a folder replaces the jar's file of the same name.
///
/// @param problems one line each, with the file's name
public record TopicFolder(Topics topics, List<String> problems) {
  private static final String FOLDER = "config/topics";

  /// Reads all files; an invalid file is skipped and reported in `problems`.
  ///
  /// @throws UncheckedIOException if a file cannot be read
  static TopicFolder read() {
    try {
      return read(files());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Resource> files() throws IOException {
    Map<String, Resource> files = new TreeMap<>();
    PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
    for (String folder : List.of("classpath*:" + FOLDER, "file:" + ConfigFile.find(FOLDER))) {
      for (Resource file : resolver.getResources(folder + "/*.yaml")) {
        files.put(String.valueOf(file.getFilename()), file);
      }
    }
    return files;
  }

  private static TopicFolder read(Map<String, Resource> files) throws IOException {
    List<Topic> topics = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Map.Entry<String, Resource> file : files.entrySet()) {
      TopicFile read = TopicFile.read(file.getValue().getContentAsString(StandardCharsets.UTF_8));
      read.problems()
          .forEach(p -> problems.add("config/topics/%s: %s".formatted(file.getKey(), p)));
      if (read.topic() != null) {
        topics.add(read.topic());
      }
    }
    return new TopicFolder(new Topics(topics), List.copyOf(problems));
  }
}
