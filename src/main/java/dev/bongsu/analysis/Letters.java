package dev.bongsu.analysis;

/// What a character of a text does: it belongs to a word, stands between words, or keeps them
/// apart.
final class Letters {
  private static final String JOINTS = "-\u2010\u2011\u2013·ㆍ・‧'’_/&+";
  private static final LetterSet ALL_JOINTS = new LetterSet(JOINTS);
  private static final LetterSet LATIN_JOINTS = new LetterSet(JOINTS + ".,:@");

  private static final String HANJA = "韓美日中北南英獨佛露蘇印濠越臺泰比伊對反親脫新舊前現故女男與野黨靑檢警軍核車銀株證金油稅法戰獄發展案論說";
  private static final String READINGS = "한미일중북남영독불러소인호월대태비이대반친탈신구전현고여남여야당청검경군핵차은주증금유세법전옥발전안론설";

  private Letters() {}

  static boolean isLetter(String text, int at) {
    char c = text.charAt(at);
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
    if (isHangul(c)) {
      return true;
    }
    if (Character.isSurrogate(c)) {
      return isLetterPair(text, at);
    }
    return Character.isLetterOrDigit(c) || isMark(Character.getType(c));
  }

  private static boolean isLetterPair(String text, int at) {
    int start = Character.isLowSurrogate(text.charAt(at)) && at > 0 ? at - 1 : at;
    return Character.isLetterOrDigit(text.codePointAt(start));
  }

  private static boolean isMark(int type) {
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /// In lower case, letter for letter.
  static String lower(String letters) {
    StringBuilder lower = new StringBuilder(letters);
    for (int i = 0; i < lower.length(); i++) {
      lower.setCharAt(i, Character.toLowerCase(lower.charAt(i)));
    }
    return lower.toString();
  }

  /// The letters and digits of some words, as they are.
  static String only(String words) {
    StringBuilder letters = new StringBuilder(words.length());
    for (int at = 0; at < words.length(); at++) {
      if (isLetter(words, at)) {
        letters.append(words.charAt(at));
      }
    }
    return letters.toString();
  }

  /// How a Hanja of headlines is read; any other letter as it is.
  static char reading(char c) {
    int at = c < '\u4E00' || c > '\u9FFF' ? -1 : HANJA.indexOf(c);
    return at < 0 ? c : READINGS.charAt(at);
  }

  /// A letter as it is compared: in lower case, a Hanja of headlines as it is read.
  static char plain(char c) {
    if (isHangul(c)) {
      return c;
    }
    if (c < 0x80) {
      return c >= 'A' && c <= 'Z' ? (char) (c + ' ') : c;
    }
    return reading(Character.toLowerCase(c));
  }

  static boolean isHangul(char c) {
    return c >= '가' && c <= '힣';
  }

  /// A blank that leaves the words on its two sides together: not the end of a line.
  static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\u00A0' || c == '\u200B' || c == '\u00AD';
  }

  /// A mark between two letters that does not part them: zero-day, 한·미, 3.5, node.js; but not the
  /// full stop of glued Korean sentences.
  static boolean isJoint(String text, int at) {
    if (!LATIN_JOINTS.has(text.charAt(at)) || at == 0 || at + 1 == text.length()) {
      return false;
    }
    if (!isLetter(text, at - 1) || !isLetter(text, at + 1)) {
      return false;
    }
    boolean latin = !isHangul(text.charAt(at - 1)) && !isHangul(text.charAt(at + 1));
    return latin || ALL_JOINTS.has(text.charAt(at));
  }

  /// Whether what stands between two places keeps the words around it apart.
  static boolean isBreak(String text, int from, int to) {
    for (int at = from; at < to; at++) {
      if (!isLetter(text, at) && !isBlank(text.charAt(at)) && !isJoint(text, at)) {
        return true;
      }
    }
    return false;
  }
}
