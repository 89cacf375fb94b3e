package dev.bongsu.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What is known about an article beside its words, and can be asked for as `source:` and so on.
public enum Field {
  /// The name of its feed.
  SOURCE("출처", "매체"),
  /// The host of its link, or a domain above it.
  SITE("사이트", "host"),
  /// Its language, as a two-letter code.
  LANG("언어", "language"),
  CATEGORY("분류", "카테고리"),
  AUTHOR("기자", "글쓴이");

  private final String korean;
  private final String other;

  Field(String korean, String other) {
    this.korean = korean;
    this.other = other;
  }

  /// As it is written before the colon.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  Stream<String> names() {
    return Stream.of(label(), korean, other);
  }

  static Optional<Field> of(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(f -> f.names().anyMatch(plain::equals)).findFirst();
  }
}
