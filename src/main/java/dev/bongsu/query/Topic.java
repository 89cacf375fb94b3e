package dev.bongsu.query;

import java.util.List;
import java.util.Locale;

/// A named query in two languages, one file each in `config/topics`.
///
/// @param name of small letters, digits and hyphens
/// @param title for people
/// @param covers what it is about, one sentence
/// @param query what an article has to satisfy, in either language
/// @param matching headlines that must match
/// @param ignored headlines that must not
public record Topic(
    String name,
    InTwo title,
    InTwo covers,
    Query query,
    List<String> matching,
    List<String> ignored) {

  public Topic {
    matching = List.copyOf(matching);
    ignored = List.copyOf(ignored);
  }

  /// A text in both languages.
  public record InTwo(String korean, String english) {
    public String in(Locale language) {
      return language.getLanguage().equals("ko") ? korean : english;
    }
  }
}
