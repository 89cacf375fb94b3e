package dev.bongsu.query;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/// All topics, by name.
public final class Topics {
  private static final int MAX_SUGGESTIONS = 3;
  private static final double MIN_SLIP_SIMILARITY = 0.85;

  private final Map<String, Topic> byName = new TreeMap<>();

  /// @param topics of two with one name the later counts
  public Topics(Collection<Topic> topics) {
    topics.forEach(topic -> byName.put(topic.name(), topic));
  }

  public static Topics none() {
    return new Topics(List.of());
  }

  /// In the order of their names.
  public List<Topic> all() {
    return List.copyOf(byName.values());
  }

  /// By the name, or by a title written without blanks; letter case does not count.
  public Optional<Topic> find(String name) {
    String plain = normalize(name);
    Topic named = byName.get(plain);
    return named != null
        ? Optional.of(named)
        : byName.values().stream().filter(t -> names(t).anyMatch(plain::equals)).findFirst();
  }

  private static Stream<String> names(Topic topic) {
    return Stream.of(topic.name(), topic.title().korean(), topic.title().english())
        .map(Topics::normalize);
  }

  private static String normalize(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[\\s·_]", "");
  }

  /// The name that an unknown one is probably a slip of.
  Optional<String> misspelt(String name) {
    String plain = normalize(name);
    return nearest(name).stream()
        .findFirst()
        .filter(near -> find(near).stream().flatMap(Topics::names).anyMatch(n -> isSlip(plain, n)));
  }

  private static boolean isSlip(String plain, String known) {
    return new JaroWinklerSimilarity().apply(plain, known) >= MIN_SLIP_SIMILARITY;
  }

  /// The names most similar to an unknown one, at most three, the most similar first.
  List<String> nearest(String name) {
    JaroWinklerSimilarity likeness = new JaroWinklerSimilarity();
    String plain = normalize(name);
    return byName.values().stream()
        .sorted(
            Comparator.comparingDouble(
                topic -> -names(topic).mapToDouble(n -> likeness.apply(plain, n)).max().orElse(0)))
        .limit(MAX_SUGGESTIONS)
        .map(Topic::name)
        .toList();
  }
}
