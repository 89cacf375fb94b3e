package dev.bongsu.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A property of an article that queries name as `source:` and so on.
public enum Field {
  /// The name of its feed.
  SOURCE("출처", "매체"),
  /// The host of its link, or a domain above it.
  SITE("사이트", "host"),
  /// Its language, as a two-letter code.
  LANG("언어", "language"),
  CATEGORY("분류", "카테고리"),
  AUTHOR("기자", "글쓴이");

  /// The field of `title:`, which takes words and is no property.
  static final String TITLE = "title";

  /// The field of `about:`, which takes words as well.
  private static final String ABOUT = "about";

  private static final Set<String> TITLE_NAMES = Set.of(TITLE, "제목");
  private static final Set<String> ABOUT_NAMES = Set.of(ABOUT, "핵심");

  private final String korean;
  private final String other;

  Field(String korean, String other) {
    this.korean = korean;
    this.other = other;
  }

  /// The name as a query writes it before the colon.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  Stream<String> names() {
    return Stream.of(label(), korean, other);
  }

  /// The labels of all fields, those of words first.
  static List<String> labels() {
    return Stream.concat(Stream.of(TITLE, ABOUT), Arrays.stream(values()).map(Field::label))
        .toList();
  }

  /// Whether a name is that of a field, of the title or of `about:`.
  static boolean isName(String name) {
    return TITLE_NAMES.contains(name.toLowerCase(Locale.ROOT))
        || isAbout(name)
        || of(name).isPresent();
  }

  static boolean isAbout(String name) {
    return ABOUT_NAMES.contains(name.toLowerCase(Locale.ROOT));
  }

  static Optional<Field> of(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(f -> f.names().anyMatch(plain::equals)).findFirst();
  }
}
