package dev.bongsu.query;

import java.util.List;
import java.util.Locale;

/// A named query in two languages, one file each in `config/topics`.
///
/// @param name of lower-case letters, digits and hyphens
/// @param title for people
/// @param description what it is about, one sentence
/// @param query what an article has to satisfy, in either language
/// @param positiveExamples headlines that must match
/// @param negativeExamples headlines that must not
public record Topic(
    String name,
    Bilingual title,
    Bilingual description,
    Query query,
    List<String> positiveExamples,
    List<String> negativeExamples) {

  public Topic {
    positiveExamples = List.copyOf(positiveExamples);
    negativeExamples = List.copyOf(negativeExamples);
  }

  /// A text in both languages.
  public record Bilingual(String korean, String english) {
    public String in(Locale language) {
      return language.getLanguage().equals("ko") ? korean : english;
    }
  }
}
