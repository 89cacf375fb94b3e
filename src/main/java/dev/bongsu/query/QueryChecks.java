package dev.bongsu.query;

import dev.bongsu.analysis.KoreanParticles;
import dev.bongsu.analysis.WordCharacters;
import dev.bongsu.query.ParsedQuery.Invalid;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Checks that a well-formed query can be used.
final class QueryChecks {
  private static final int SYLLABLE_WEIGHT = 2;
  private static final int MIN_PREFIX_WEIGHT = 4;

  private static final Pattern ADDRESS = Pattern.compile("(?:[a-z]+://|www\\.)[^ ]+\\.[^ ]+");

  /// English words in nearly every article. Lucene has a list of 33, with none of the pronouns.
  private static final Set<String> STOP_WORDS =
      Set.of(
          ("an the of and or to in on at for by with from as is are was were be been its he she"
                  + " they we you this that these those not no but his her their our my if so")
              .split(" "));

  private QueryChecks() {}

  /// Whether a prefix has at least two syllables or four letters, so that few words begin with it.
  static boolean isLongEnough(String prefix) {
    return weight(prefix) >= MIN_PREFIX_WEIGHT;
  }

  /// The letters of a word, a syllable counted as two.
  static int weight(String word) {
    return word.codePoints()
        .filter(Character::isLetterOrDigit)
        .map(c -> Character.isIdeographic(c) || WordCharacters.isHangul(c) ? SYLLABLE_WEIGHT : 1)
        .sum();
  }

  /// The problem of a query; null if there is none.
  static @Nullable Invalid findProblem(Query query) {
    if (hasOnlyStopWords(query)) {
      return new Invalid(QueryProblem.NOTHING_TO_SEARCH, 0, List.of(), "");
    }
    Query loose = branchRequiringNothing(query);
    if (loose == null) {
      return address(query)
          .or(() -> Contradictions.find(query).map(QueryChecks::contradiction))
          .orElse(null);
    }
    boolean language =
        loose.selfAndDescendants().anyMatch(part -> part instanceof Query.FieldValue);
    QueryProblem problem = language ? QueryProblem.NOTHING_REQUIRED : QueryProblem.ONLY_EXCLUDED;
    return new Invalid(problem, 0, List.of(loose.print()), "");
  }

  private static Invalid contradiction(String part) {
    return new Invalid(QueryProblem.CONTRADICTION, 0, List.of(part), "");
  }

  private static Optional<Invalid> address(Query query) {
    return query
        .selfAndDescendants()
        .filter(Query.Word.class::isInstance)
        .map(word -> ((Query.Word) word).text())
        .filter(word -> ADDRESS.matcher(word.toLowerCase(Locale.ROOT)).matches())
        .map(
            word -> {
              String host = FieldValueReader.hostOf(word.toLowerCase(Locale.ROOT));
              return new Invalid(QueryProblem.ADDRESS, 0, List.of(host, word), "");
            })
        .findFirst();
  }

  /// In capitals, AS and NO are acronyms.
  static boolean isStopWord(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    boolean acronym = word.equals(word.toUpperCase(Locale.ROOT));
    return STOP_WORDS.contains(lower) && !acronym;
  }

  private static boolean hasOnlyStopWords(Query query) {
    return switch (query) {
      case Query.Word(String word) -> KoreanParticles.isBareParticle(word) || isStopWord(word);
      case Query.And _, Query.Or _, Query.Not _, Query.InTitle _, Query.About _ ->
          query.parts().stream().allMatch(QueryChecks::hasOnlyStopWords);
      case Query.Phrase _,
          Query.Near _,
          Query.Prefix _,
          Query.Exact _,
          Query.Topic _,
          Query.FieldValue _ ->
          false;
    };
  }

  /// The part that has to require something and does not; null if there is none.
  private static @Nullable Query branchRequiringNothing(Query query) {
    if (query.requiresSomething()) {
      return null;
    }
    if (query instanceof Query.Or(List<Query> parts)) {
      return parts.stream().filter(p -> !p.requiresSomething()).findFirst().orElse(query);
    }
    return query;
  }
}
