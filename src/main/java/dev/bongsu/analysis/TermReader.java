package dev.bongsu.analysis;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads the words of a query: by their tokens where the analyser's reading is sound, by their
/// surface where they are long enough to be told apart.
final class TermReader {
  private static final int LONG_ENOUGH = 3;
  private static final int SHORTEST = 2;

  /// What makes a verb of a noun: to the reader 수출하다 (to export) is 수출 and an ending.
  private static final Set<String> OF_VERBS = Set.of("하", "되", "당하", "시키");

  private static final Pattern HYPHENATED =
      Pattern.compile(
          "(?i)[a-z]{2,}-[a-z]{2,}|(?:anti|multi|counter|cyber|semi|inter|micro|non|post|over|on|off)"
              + "[a-z]{3,}");

  private final String normal;
  private final List<Morpheme> morphemes;

  TermReader(String normal, List<Morpheme> morphemes) {
    this.normal = normal;
    this.morphemes = morphemes;
  }

  WordTerm read() {
    List<Token> tokens = tokens();
    return new WordTerm(stepsOf(tokens), surface(tokens), isShortNoun(tokens));
  }

  private List<Token> tokens() {
    if (isPhrase()) {
      return Token.of(normal, morphemes);
    }
    List<Morpheme> word = morphemes.stream().filter(m -> m.role() != Morpheme.Role.FILLER).toList();
    return isSound() ? Token.of(normal, word) : List.of();
  }

  private List<WordTerm.Step> stepsOf(List<Token> tokens) {
    return tokens.stream()
        .map(
            token ->
                new WordTerm.Step(keyOf(token), token.position() - tokens.getFirst().position()))
        .toList();
  }

  /// An acronym that is a word of its own is sought as it is written: IT is not it.
  private String keyOf(Token token) {
    boolean alone =
        (token.start() == 0 || !Letters.isLetter(normal, token.start() - 1))
            && (token.end() == normal.length() || !Letters.isLetter(normal, token.end()));
    return alone && !token.written().isEmpty() ? token.written() : token.form();
  }

  private boolean isPhrase() {
    return normal.indexOf(' ') >= 0;
  }

  /// Whether the analyser left nothing out of a word but an ending: it reads 이사회 (a board) as 이 사회
  /// (this society), drops 이, and would search for 사회.
  private boolean isSound() {
    boolean counted = false;
    boolean ended = false;
    for (Morpheme morpheme : morphemes) {
      boolean counts = morpheme.role().counts();
      boolean ends = counted && isEnding(morpheme);
      if (counts ? ended : !ends) {
        return false;
      }
      counted |= counts;
      ended |= ends;
    }
    return counted && (!ended || endsWell());
  }

  private static boolean isEnding(Morpheme morpheme) {
    return switch (morpheme.role()) {
      case ENDING -> true;
      case FILLER -> OF_VERBS.contains(morpheme.form());
      case NOUN, VERB -> false;
    };
  }

  /// One letter and something that is no particle is a name that the analyser does not know: 윤라나.
  private boolean endsWell() {
    int end =
        morphemes.stream().filter(m -> m.role().counts()).mapToInt(Morpheme::end).max().orElse(0);
    return end >= SHORTEST || KoreanParticles.contains(normal.substring(end));
  }

  private String surface(List<Token> tokens) {
    boolean korean = normal.chars().anyMatch(c -> Letters.isHangul((char) c));
    if (tokens.isEmpty() || (korean && surface().length() >= SHORTEST)) {
      return surface();
    }
    return !korean && isTwoOrOne()
        ? tokens.stream().map(Token::form).collect(Collectors.joining())
        : "";
  }

  /// Whether an English word is written as two with a hyphen, or often is: anti-virus, antivirus.
  private boolean isTwoOrOne() {
    return HYPHENATED.matcher(normal).matches();
  }

  /// A short word has to be a noun for certain: 배우 is an actor, and 배우- to learn.
  private boolean isShortNoun(List<Token> tokens) {
    return tokens.size() == 1 && morphemes.size() == 1 && surface().length() < LONG_ENOUGH;
  }

  private String surface() {
    String letters = Letters.lower(Letters.only(normal));
    // Without a letter that counts here: something that stands in no text, but no failure.
    return letters.isEmpty() ? normal : letters;
  }
}
