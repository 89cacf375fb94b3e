package dev.bongsu.analysis;

/// The roles of a text's characters: they belong to a word, connect words, or separate them.
public final class WordCharacters {
  private static final String CONNECTORS = "-\u2010\u2011\u2013·ㆍ・‧'’_/&+";
  private static final CharBitSet CONNECTOR_SET = new CharBitSet(CONNECTORS);
  private static final CharBitSet LATIN_CONNECTORS = new CharBitSet(CONNECTORS + ".,:@");

  private static final String SIGNS = "+#";

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

  /// In lower case, character by character, so that the length stays.
  static String toLowerCase(String letters) {
    StringBuilder lower = new StringBuilder(letters);
    for (int i = 0; i < lower.length(); i++) {
      lower.setCharAt(i, Character.toLowerCase(lower.charAt(i)));
    }
    return lower.toString();
  }

  /// Word characters as those of a text's surfaces are compared: in lower case, without marks.
  static String surfaceForm(String letters) {
    return LatinLetters.fold(toLowerCase(letters));
  }

  /// The signs that belong to the word before them, as in C++, C# or A+; blank if there are none.
  ///
  /// @param end of the word
  static String signsAfter(String text, int end) {
    int at = end;
    while (at < text.length() && at < end + 2 && SIGNS.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    boolean ends = at == text.length() || !isWordCharacter(text, at);
    boolean version = at == end + 2 && at < text.length() && Character.isDigit(text.charAt(at));
    return at > end && (ends || version) ? text.substring(end, at) : "";
  }

  /// The word characters of a text, or the text itself if it has none: such a term occurs in no
  /// text.
  static String surfaceOf(String normal) {
    String characters = retainWordCharacters(normal);
    return characters.isEmpty() ? normal : characters;
  }

  static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }

  /// The word characters of a text, unchanged.
  static String retainWordCharacters(String words) {
    StringBuilder letters = new StringBuilder(words.length());
    for (int at = 0; at < words.length(); at++) {
      if (isWordCharacter(words, at)) {
        letters.append(words.charAt(at));
      }
    }
    return letters.toString();
  }

  /// The Hangul reading of a Hanja used in headlines; any other character unchanged.
  static char hangulReading(char c) {
    int at = c < '\u4E00' || c > '\u9FFF' ? -1 : HANJA.indexOf(c);
    return at < 0 ? c : HANGUL_READINGS.charAt(at);
  }

  /// A character as it is compared: in lower case, Hanja of headlines by their reading.
  static char fold(char c) {
    if (isHangul(c)) {
      return c;
    }
    if (c < 0x80) {
      return c >= 'A' && c <= 'Z' ? (char) (c + ' ') : c;
    }
    return hangulReading(Character.toLowerCase(c));
  }

  /// Whether a character is a Hangul syllable.
  public static boolean isHangul(int c) {
    return c >= '가' && c <= '힣';
  }

  /// A blank within a segment: not the end of a line.
  static boolean isInlineSpace(char c) {
    return c == ' ' || c == '\t' || c == '\u00A0' || c == '\u200B' || c == '\u00AD';
  }

  /// A dot between Korean words, which may be read as one or as two: 러시아·이란.
  static boolean isMiddleDot(char c) {
    return c == '·' || c == 'ㆍ' || c == '・' || c == '‧';
  }

  private static boolean isHangulPair(String text, int at) {
    return at >= 0
        && at + 1 < text.length()
        && isHangul(text.charAt(at))
        && isHangul(text.charAt(at + 1));
  }

  /// A mark between two word characters that keeps them in one word: zero-day, 한·미, 3.5, node.js;
  /// not the full stop between Korean sentences without a blank.
  static boolean isConnector(String text, int at) {
    if (!LATIN_CONNECTORS.contains(text.charAt(at)) || at == 0 || at + 1 == text.length()) {
      return false;
    }
    if (!isWordCharacter(text, at - 1) || !isWordCharacter(text, at + 1)) {
      return false;
    }
    if (isMiddleDot(text.charAt(at)) && isHangulPair(text, at - 2) && isHangulPair(text, at + 1)) {
      return false;
    }
    boolean latin = !isHangul(text.charAt(at - 1)) && !isHangul(text.charAt(at + 1));
    return latin || CONNECTOR_SET.contains(text.charAt(at));
  }

  /// Whether the characters between two offsets separate the words around them.
  static boolean separatesWords(String text, int from, int to) {
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      boolean inline = isInlineSpace(c) || isMiddleDot(c);
      if (!inline && !isWordCharacter(text, at) && !isConnector(text, at)) {
        return true;
      }
    }
    return false;
  }
}
