package dev.bongsu.syndication;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/// Takes out the characters that cannot be seen: controls, bidirectional overrides, zero-width
/// spaces, soft hyphens. Those that change how their neighbours look stay.
final class InvisibleCharacters {
  private static final int FIRST_NOT_ASCII = 0x7F;
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int EMOJI_PRESENTATION = 0xFE0F;
  private static final int BLACK_FLAG = 0x1F3F4;

  /// Scripts whose letters change shape beside each other; a joiner between others is noise.
  private static final Set<UnicodeScript> JOINING_SCRIPTS =
      Set.of(
          UnicodeScript.ARABIC,
          UnicodeScript.SYRIAC,
          UnicodeScript.MONGOLIAN,
          UnicodeScript.NKO,
          UnicodeScript.DEVANAGARI,
          UnicodeScript.BENGALI,
          UnicodeScript.GURMUKHI,
          UnicodeScript.GUJARATI,
          UnicodeScript.ORIYA,
          UnicodeScript.TAMIL,
          UnicodeScript.TELUGU,
          UnicodeScript.KANNADA,
          UnicodeScript.MALAYALAM,
          UnicodeScript.SINHALA,
          UnicodeScript.TIBETAN,
          UnicodeScript.MYANMAR,
          UnicodeScript.KHMER);

  private InvisibleCharacters() {}

  /// The text without them.
  static String remove(String text) {
    if (!hasInvisible(text)) {
      return text;
    }
    int[] all = text.codePoints().toArray();
    StringBuilder visible = new StringBuilder(text.length());
    for (int i = 0; i < all.length; i++) {
      int next = i + 1 < all.length ? all[i + 1] : ' ';
      if (!isInvisible(all[i]) || isNeeded(all[i], visible, next)) {
        visible.appendCodePoint(all[i]);
      }
    }
    return visible.toString();
  }

  /// Looks at characters one by one: a regular expression takes ten times as long, for each text of
  /// each poll.
  private static boolean hasInvisible(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' || c >= FIRST_NOT_ASCII) && isInvisible(text.codePointAt(i))) {
        return true;
      }
      if (Character.isHighSurrogate(c)) {
        i++;
      }
    }
    return false;
  }

  private static boolean isInvisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> (!Character.isWhitespace(c) && c != 0x85) || isSeparator(c);
      case Character.FORMAT -> !isNumberSign(c);
      case Character.SURROGATE -> true;
      default -> false;
    };
  }

  /// File, group, record and unit separators.
  private static boolean isSeparator(int c) {
    return c >= 0x1C && c <= 0x1F;
  }

  /// Signs of Arabic, Syriac and Kaithi that enclose the digits behind them.
  private static boolean isNumberSign(int c) {
    return (c >= 0x600 && c <= 0x605)
        || c == 0x6DD
        || c == 0x70F
        || (c >= 0x890 && c <= 0x891)
        || c == 0x8E2
        || c == 0x110BD
        || c == 0x110CD;
  }

  /// Whether what stands around it would look otherwise without it.
  private static boolean isNeeded(int c, StringBuilder before, int after) {
    int last = before.isEmpty() ? ' ' : before.codePointBefore(before.length());
    return switch (c) {
      case ZERO_WIDTH_NON_JOINER -> isJoining(last) && isJoining(after);
      case ZERO_WIDTH_JOINER -> isJoining(last) || (isEmoji(last) && isEmoji(after));
      default -> isFlagTag(c) && (last == BLACK_FLAG || isFlagTag(last));
    };
  }

  private static boolean isJoining(int c) {
    boolean letter = Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    return letter && JOINING_SCRIPTS.contains(UnicodeScript.of(c));
  }

  private static boolean isEmoji(int c) {
    return c >= 0x80
        && (Character.isExtendedPictographic(c)
            || Character.isEmojiModifier(c)
            || c == EMOJI_PRESENTATION);
  }

  /// The letters of a region in the flags of England, Scotland and Wales.
  private static boolean isFlagTag(int c) {
    return c >= 0xE0020 && c <= 0xE007F;
  }
}
