package dev.bongsu.analysis;

import dev.bongsu.language.LanguagePacks;
import dev.bongsu.language.PackFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// The dictionary form of an English word: of a form in -s, -ed or -ing, or an irregular one. A
/// word made from another stays: a vulnerability is not vulnerable.
///
/// KStem, not Porter: Porter takes university and universal for one word. But its word list counts
/// provided, links and striking as words of their own, so the forms of frequent verbs are made
/// here.
///
/// Holds a cache and buffers, so one thread at a time.
final class EnglishForms {
  private static final int MAX_CACHED = 20_000;
  private static final String VOWELS = "aeiou";
  private static final Map<String, String> KNOWN = knownForms();

  private final Map<String, String> cached = new HashMap<>();
  private final OneWord word = new OneWord();
  private final TokenStream stems = new KStemFilter(word);

  private static final class OneWord extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private String next = "";

    @Override
    public boolean incrementToken() {
      clearAttributes();
      term.append(next);
      return true;
    }
  }

  private static Map<String, String> knownForms() {
    Map<String, String> forms = new HashMap<>();
    for (String verb : LanguagePacks.entries(PackFile.VERBS)) {
      forms.put(verb, verb);
    }
    for (String verb : LanguagePacks.entries(PackFile.VERBS)) {
      regularForms(verb).forEach(form -> forms.putIfAbsent(form, verb));
    }
    LanguagePacks.entries(PackFile.OWN_WORDS).forEach(own -> forms.put(own, own));
    forms.putAll(LanguagePacks.pairs(PackFile.IRREGULAR_FORMS));
    return Map.copyOf(forms);
  }

  /// The forms of a verb; where the last letter may be doubled, both ways.
  private static Stream<String> regularForms(String verb) {
    String stem = verb.substring(0, verb.length() - 1);
    char last = verb.charAt(verb.length() - 1);
    if (last == 'e') {
      String ing = verb.endsWith("ie") ? stem.substring(0, stem.length() - 1) + "y" : stem;
      return Stream.of(verb + "s", verb + "d", (verb.endsWith("ee") ? verb : ing) + "ing");
    }
    if (last == 'y' && !isVowel(stem.charAt(stem.length() - 1))) {
      return Stream.of(stem + "ies", stem + "ied", verb + "ing");
    }
    String plural = verb.matches(".*(?:s|sh|ch|x|z|o)") ? verb + "es" : verb + "s";
    Stream<String> plain = Stream.of(plural, verb + "ed", verb + "ing");
    return verb.matches(".*[^aeiou][aeiou][^aeiouwxy]")
        ? Stream.concat(plain, Stream.of(verb + last + "ed", verb + last + "ing"))
        : plain;
  }

  private static boolean isVowel(char letter) {
    return VOWELS.indexOf(letter) >= 0;
  }

  /// @param given in lower case, without accents
  String of(String given) {
    String known = cached.get(given);
    if (known == null) {
      if (cached.size() == MAX_CACHED) {
        cached.clear();
      }
      known = dictionaryForm(AmericanSpelling.of(given));
      cached.put(given, known);
    }
    return known;
  }

  private String dictionaryForm(String spelled) {
    String known = KNOWN.get(spelled);
    if (known != null) {
      return known;
    }
    String stem = stem(spelled);
    return switch (spelled.isEmpty() ? ' ' : spelled.charAt(spelled.length() - 1)) {
      case 's' -> singular(spelled, stem);
      case 'd', 'g' -> stem;
      default -> spelled;
    };
  }

  /// The form without the s that has the same stem, or the stem.
  private String singular(String plural, String stem) {
    if (stem.equals(plural)) {
      return plural;
    }
    return List.of("ies/y", "s/", "es/").stream()
        .map(ending -> ending.split("/", -1))
        .filter(ending -> plural.endsWith(ending[0]))
        .map(ending -> plural.substring(0, plural.length() - ending[0].length()) + ending[1])
        .filter(form -> stem(form).equals(stem))
        .findFirst()
        .orElse(stem);
  }

  private String stem(String form) {
    word.next = form;
    try {
      stems.incrementToken();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String stem = word.term.toString();
    return form.isEmpty() ? stem : KStemCorrections.correct(stem, form.charAt(form.length() - 1));
  }
}
