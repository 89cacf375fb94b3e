package dev.bongsu.analysis;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Builds the term of a query's words: of their tokens where the analyser's reading is reliable, of
/// their surface where they are long enough to be unambiguous.
final class TermBuilder {
  private static final int MIN_UNAMBIGUOUS_LENGTH = 3;
  private static final int MIN_LENGTH = 2;

  /// What makes a verb of a noun: to the analyser 수출하다 (to export) is 수출 and an ending.
  private static final Set<String> VERB_SUFFIXES = Set.of("하", "되", "당하", "시키");

  private static final Pattern HYPHENATED =
      Pattern.compile(
          "(?i)[a-z]{2,}-[a-z]{2,}|(?:anti|multi|counter|cyber|semi|inter|micro|non|post|over|on|off)"
              + "[a-z]{3,}");

  private final String normal;
  private final List<Morpheme> morphemes;

  TermBuilder(String normal, List<Morpheme> morphemes) {
    this.normal = normal;
    this.morphemes = morphemes;
  }

  WordTerm build() {
    List<Token> tokens = tokens();
    return new WordTerm(stepsOf(tokens), surface(tokens), mustBeNoun(tokens));
  }

  private List<Token> tokens() {
    if (isPhrase()) {
      return Token.of(normal, morphemes);
    }
    List<Morpheme> word = morphemes.stream().filter(m -> m.role() != Morpheme.Role.FILLER).toList();
    return isReliable() ? Token.of(normal, word) : List.of();
  }

  private List<WordTerm.Step> stepsOf(List<Token> tokens) {
    return tokens.stream()
        .map(
            token ->
                new WordTerm.Step(
                    searchForm(token), token.position() - tokens.getFirst().position()))
        .toList();
  }

  /// An acronym that is a separate word is searched as written: IT is not it.
  private String searchForm(Token token) {
    boolean alone =
        (token.start() == 0 || !WordCharacters.isWordCharacter(normal, token.start() - 1))
            && (token.end() == normal.length()
                || !WordCharacters.isWordCharacter(normal, token.end()));
    return alone && ExactForms.isRequired(token.exactForm()) ? token.exactForm() : token.form();
  }

  private boolean isPhrase() {
    return normal.indexOf(' ') >= 0;
  }

  /// Whether the analyser left nothing out of a word but an ending: it reads 이사회 (a board) as 이 사회
  /// (this society), drops 이, and would search for 사회.
  private boolean isReliable() {
    boolean counted = false;
    boolean ended = false;
    for (Morpheme morpheme : morphemes) {
      boolean counts = morpheme.role().isContentWord();
      boolean ends = counted && isEnding(morpheme);
      if (counts ? ended : !ends) {
        return false;
      }
      counted |= counts;
      ended |= ends;
    }
    return counted && (!ended || hasValidEnding()) && !isSyllableWithParticle();
  }

  /// Whether the analyser takes a noun for a shorter one and a particle: 비만 (obesity) for 비 (rain).
  private boolean isSyllableWithParticle() {
    if (morphemes.isEmpty()) {
      return false;
    }
    Morpheme first = morphemes.getFirst();
    return first.role() == Morpheme.Role.NOUN
        && first.start() == 0
        && first.end() == 1
        && morphemes.size() > 1
        && WordCharacters.isHangul(normal.charAt(0))
        && morphemes.stream().skip(1).allMatch(m -> m.role() == Morpheme.Role.ENDING);
  }

  private static boolean isEnding(Morpheme morpheme) {
    return switch (morpheme.role()) {
      case ENDING -> true;
      case FILLER -> VERB_SUFFIXES.contains(morpheme.form());
      case NOUN, VERB -> false;
    };
  }

  /// A single syllable before something that is no particle is an unknown name: 윤라나.
  private boolean hasValidEnding() {
    int end =
        morphemes.stream()
            .filter(m -> m.role().isContentWord())
            .mapToInt(Morpheme::end)
            .max()
            .orElse(0);
    return end >= MIN_LENGTH || KoreanParticles.contains(normal.substring(end));
  }

  private String surface(List<Token> tokens) {
    boolean korean = normal.chars().anyMatch(c -> WordCharacters.isHangul(c));
    if (!tokens.isEmpty() && !WordCharacters.signsAfter(normal, tokens.getLast().end()).isEmpty()) {
      return "";
    }
    if (tokens.isEmpty() || (korean && surface().length() >= MIN_LENGTH)) {
      return surface();
    }
    return !korean && isOftenHyphenated()
        ? tokens.stream().map(Token::form).collect(Collectors.joining())
        : "";
  }

  /// Whether an English word is written as two with a hyphen, or often is: anti-virus, antivirus.
  private boolean isOftenHyphenated() {
    return HYPHENATED.matcher(normal).matches();
  }

  /// A short word has to be a noun for certain: 배우 is an actor, and 배우- to learn.
  private boolean mustBeNoun(List<Token> tokens) {
    boolean noun = tokens.size() == 1 && morphemes.size() == 1;
    return (noun || isSyllableWithParticle()) && surface().length() < MIN_UNAMBIGUOUS_LENGTH;
  }

  private String surface() {
    return Loanwords.fold(WordCharacters.surfaceForm(WordCharacters.surfaceOf(normal)));
  }
}
