package dev.bongsu.query;

import dev.bongsu.analysis.KeyHashes;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

/// The values of an article's fields, as queries compare them. Immutable.
///
/// Names are compared by their words, without blanks between: 보안 뉴스 is found in "보안뉴스 - 전체".
public final class ArticleFields {
  private static final int MAX_JOINED_WORDS = 5;

  private static final ArticleFields NONE = new ArticleFields(Map.of());

  private final Map<Field, Set<String>> values;

  private ArticleFields(Map<Field, Set<String>> values) {
    this.values = values;
  }

  /// Of a text without fields.
  public static ArticleFields none() {
    return NONE;
  }

  /// Normalizes the values of an article; blank ones are unknown.
  ///
  /// @param host of the article's link; blank if unknown
  /// @param language a code; blank or `und` if unknown
  public static ArticleFields of(
      String source, String host, String language, List<String> categories, String author) {
    Map<Field, Set<String>> values = new EnumMap<>(Field.class);
    values.put(Field.SOURCE, wordNgrams(List.of(source)));
    values.put(Field.SITE, domains(host));
    values.put(Field.LANG, Set.of(language.toLowerCase(Locale.ROOT)));
    values.put(Field.CATEGORY, wordNgrams(categories));
    values.put(Field.AUTHOR, wordNgrams(List.of(author)));
    return new ArticleFields(values);
  }

  boolean has(Field field, String value) {
    return values.getOrDefault(field, Set.of()).contains(value);
  }

  /// Whether the fields satisfy a condition.
  public boolean satisfy(Condition.FieldEquals is) {
    return has(is.field(), is.value());
  }

  /// Visits the index keys of all values.
  public void forEachKey(LongConsumer consumer) {
    values.forEach((field, all) -> all.forEach(value -> consumer.accept(key(field, value))));
  }

  /// The index key of articles that satisfy a condition.
  public static long key(Condition.FieldEquals is) {
    return key(is.field(), is.value());
  }

  static long key(Field field, String value) {
    return KeyHashes.of(field.name(), value);
  }

  /// The value of a query in the form of an article's values.
  static String normalize(Field field, String value) {
    return field == Field.SITE || field == Field.LANG ? value : String.join("", words(value));
  }

  private static List<String> words(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return List.of(plain.split("[^\\p{L}\\p{N}]+")).stream().filter(w -> !w.isEmpty()).toList();
  }

  /// All runs of up to five neighbouring words, each without blanks.
  private static Set<String> wordNgrams(List<String> names) {
    Set<String> runs = new HashSet<>();
    for (String name : names) {
      List<String> words = words(name);
      for (int from = 0; from < words.size(); from++) {
        for (int to = from + 1; to <= Math.min(words.size(), from + MAX_JOINED_WORDS); to++) {
          runs.add(String.join("", words.subList(from, to)));
        }
      }
    }
    return runs;
  }

  private static Set<String> domains(String host) {
    List<String> domains = new ArrayList<>();
    String rest = host.toLowerCase(Locale.ROOT);
    while (!rest.isEmpty()) {
      domains.add(rest);
      int dot = rest.indexOf('.');
      rest = dot < 0 ? "" : rest.substring(dot + 1);
    }
    return Set.copyOf(domains);
  }
}
