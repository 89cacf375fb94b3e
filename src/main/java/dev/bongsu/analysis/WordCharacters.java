package dev.bongsu.analysis;

/// What a character of a text does: it belongs to a word, stands between words, or keeps them
/// apart.
final class WordCharacters {
  private static final String CONNECTORS = "-\u2010\u2011\u2013·ㆍ・‧'’_/&+";
  private static final CharBitSet CONNECTOR_SET = new CharBitSet(CONNECTORS);
  private static final CharBitSet LATIN_CONNECTORS = new CharBitSet(CONNECTORS + ".,:@");

  private static final String HANJA = "韓美日中北南英獨佛露蘇印濠越臺泰比伊對反親脫新舊前現故女男與野黨靑檢警軍核車銀株證金油稅法戰獄發展案論說";
  private static final String HANGUL_READINGS =
      "한미일중북남영독불러소인호월대태비이대반친탈신구전현고여남여야당청검경군핵차은주증금유세법전옥발전안론설";

  private WordCharacters() {}

  static boolean isWordCharacter(String text, int at) {
    char c = text.charAt(at);
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
    if (isHangul(c)) {
      return true;
    }
    if (Character.isSurrogate(c)) {
      return isWordCharacterPair(text, at);
    }
    return Character.isLetterOrDigit(c) || isCombiningMark(Character.getType(c));
  }

  private static boolean isWordCharacterPair(String text, int at) {
    int start = Character.isLowSurrogate(text.charAt(at)) && at > 0 ? at - 1 : at;
    return Character.isLetterOrDigit(text.codePointAt(start));
  }

  private static boolean isCombiningMark(int type) {
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /// In lower case, letter for letter.
  static String toLowerCase(String letters) {
    StringBuilder lower = new StringBuilder(letters);
    for (int i = 0; i < lower.length(); i++) {
      lower.setCharAt(i, Character.toLowerCase(lower.charAt(i)));
    }
    return lower.toString();
  }

  /// The letters and digits of some words, as they are.
  static String retainWordCharacters(String words) {
    StringBuilder letters = new StringBuilder(words.length());
    for (int at = 0; at < words.length(); at++) {
      if (isWordCharacter(words, at)) {
        letters.append(words.charAt(at));
      }
    }
    return letters.toString();
  }

  /// How a Hanja of headlines is read; any other letter as it is.
  static char hangulReading(char c) {
    int at = c < '\u4E00' || c > '\u9FFF' ? -1 : HANJA.indexOf(c);
    return at < 0 ? c : HANGUL_READINGS.charAt(at);
  }

  /// A letter as it is compared: in lower case, a Hanja of headlines as it is read.
  static char fold(char c) {
    if (isHangul(c)) {
      return c;
    }
    if (c < 0x80) {
      return c >= 'A' && c <= 'Z' ? (char) (c + ' ') : c;
    }
    return hangulReading(Character.toLowerCase(c));
  }

  static boolean isHangul(char c) {
    return c >= '가' && c <= '힣';
  }

  /// A blank that leaves the words on its two sides together: not the end of a line.
  static boolean isInlineSpace(char c) {
    return c == ' ' || c == '\t' || c == '\u00A0' || c == '\u200B' || c == '\u00AD';
  }

  /// A mark between two letters that does not part them: zero-day, 한·미, 3.5, node.js; but not the
  /// full stop of glued Korean sentences.
  static boolean isConnector(String text, int at) {
    if (!LATIN_CONNECTORS.contains(text.charAt(at)) || at == 0 || at + 1 == text.length()) {
      return false;
    }
    if (!isWordCharacter(text, at - 1) || !isWordCharacter(text, at + 1)) {
      return false;
    }
    boolean latin = !isHangul(text.charAt(at - 1)) && !isHangul(text.charAt(at + 1));
    return latin || CONNECTOR_SET.contains(text.charAt(at));
  }

  /// Whether what stands between two places keeps the words around it apart.
  static boolean separatesWords(String text, int from, int to) {
    for (int at = from; at < to; at++) {
      if (!isWordCharacter(text, at) && !isInlineSpace(text.charAt(at)) && !isConnector(text, at)) {
        return true;
      }
    }
    return false;
  }
}
