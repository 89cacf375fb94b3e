package dev.bongsu.text;

import java.util.List;

/// Reads the words of a query: by their tokens where the analyser's reading is sound, by their
/// surface where they are long enough to be told apart.
final class TermReader {
  private static final int LONG_ENOUGH = 3;
  private static final int SHORTEST = 2;

  private final String normal;
  private final List<Morpheme> morphemes;

  TermReader(String normal, List<Morpheme> morphemes) {
    this.normal = normal;
    this.morphemes = morphemes;
  }

  WordTerm read() {
    List<Token> tokens = isPhrase() || isSound() ? Token.of(normal, morphemes) : List.of();
    return new WordTerm(
        stepsOf(tokens), surfaceCounts(tokens) ? surface() : "", isShortNoun(tokens));
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
      boolean ends = counted && morpheme.role() == Morpheme.Role.ENDING;
      if (counts ? ended : !ends) {
        return false;
      }
      counted |= counts;
      ended |= ends;
    }
    return counted && (!ended || endsWell());
  }

  /// One letter and something that is no particle is a name that the analyser does not know: 윤라나.
  private boolean endsWell() {
    int end =
        morphemes.stream().filter(m -> m.role().counts()).mapToInt(Morpheme::end).max().orElse(0);
    return end >= SHORTEST || KoreanParticles.contains(normal.substring(end));
  }

  private boolean surfaceCounts(List<Token> tokens) {
    boolean korean = normal.chars().anyMatch(c -> Letters.isHangul((char) c));
    return tokens.isEmpty() || (korean && surface().length() >= SHORTEST);
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
