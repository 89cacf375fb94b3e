package dev.bongsu.charset;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Text that was UTF-8, was read in another charset and encoded again: `KÃ¶ln` for `Köln`.
///
/// It is repaired only if the whole text fits the other charset, its bytes are strict UTF-8, and
/// they make characters that people write: real text almost never does by chance.
public final class DoubleEncoding {
  private static final int MAX_ROUNDS = 2;
  private static final List<Misreading> MISREADINGS =
      List.of(
          new Misreading("windows-1252", 1),
          new Misreading("x-MacRoman", 1),
          new Misreading("windows-1250", 2),
          new Misreading("windows-1251", 2));

  private DoubleEncoding() {}

  /// The text as it was meant; the text itself if it was encoded once.
  public static String repair(String text) {
    String result = text;
    for (int round = 0; round < MAX_ROUNDS; round++) {
      Optional<String> repaired = repairOnce(result);
      if (repaired.isEmpty()) {
        break;
      }
      result = repaired.get();
    }
    return result;
  }

  private static Optional<String> repairOnce(String text) {
    int first = 0;
    while (first < text.length() && text.charAt(first) < 0x80) {
      first++;
    }
    if (first >= text.length() - 1) {
      return Optional.empty();
    }
    for (Misreading misreading : MISREADINGS) {
      if (misreading.mayBegin(text.charAt(first), text.charAt(first + 1))) {
        Optional<String> repaired = misreading.undo(text);
        if (repaired.isPresent()) {
          return repaired;
        }
      }
    }
    return Optional.empty();
  }

  /// A charset that UTF-8 was taken for.
  private static final class Misreading {
    private final Map<Character, Byte> bytes = new HashMap<>();
    private final int minRepairs;

    /// @param minRepairs how many characters must come right: fewer are chance
    Misreading(String charset, int minRepairs) {
      this.minRepairs = minRepairs;
      for (int b = 0x80; b <= 0xFF; b++) {
        // what the charset leaves undefined, programs take for a control character
        bytes.putIfAbsent((char) b, (byte) b);
      }
      for (int b = 0x80; b <= 0xFF; b++) {
        String read = new String(new byte[] {(byte) b}, Charset.forName(charset));
        if (read.charAt(0) != '\uFFFD') {
          bytes.put(read.charAt(0), (byte) b);
        }
      }
    }

    /// Whether two characters can be the beginning of a sequence in UTF-8.
    boolean mayBegin(char lead, char next) {
      Byte first = bytes.get(lead);
      Byte second = bytes.get(next);
      return first != null
          && second != null
          && (first & 0xFF) >= 0xC2
          && (first & 0xFF) <= 0xF4
          && (second & 0xC0) == 0x80;
    }

    Optional<String> undo(String text) {
      ByteBuffer encoded = ByteBuffer.allocate(text.length());
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        @Nullable Byte b = c < 0x80 ? Byte.valueOf((byte) c) : bytes.get(c);
        if (b == null) {
          return Optional.empty();
        }
        encoded.put(b);
      }
      try {
        String decoded = StandardCharsets.UTF_8.newDecoder().decode(encoded.flip()).toString();
        return Optional.of(decoded).filter(this::isPlausible);
      } catch (CharacterCodingException _) {
        return Optional.empty();
      }
    }

    /// Whether people write such characters. A single one, as of `CAFÉ™`, must be Latin or a sign.
    private boolean isPlausible(String text) {
      long repairs = text.codePoints().filter(c -> c >= 0x80).count();
      return repairs >= minRepairs
          && text.codePoints().filter(c -> c >= 0x80).allMatch(Misreading::isWritten)
          && (repairs > 1 || text.codePoints().filter(c -> c >= 0x80).allMatch(Misreading::isWest));
    }

    private static boolean isWritten(int c) {
      boolean rare = (c >= 0x180 && c < 0x370 && !isVietnameseOrRomanian(c)) || isAncient(c);
      return !rare && Character.isDefined(c) && !isPrivateUse(c);
    }

    private static boolean isVietnameseOrRomanian(int c) {
      return "ƠơƯưȘșȚțə\u0300\u0301\u0302\u0303\u0306\u0308\u0309\u030A\u030C\u0323\u0327\u0328"
              .indexOf(c)
          >= 0;
    }

    /// Syriac to N'Ko, and the letters of Cyrillic that nobody uses.
    private static boolean isAncient(int c) {
      return (c >= 0x700 && c < 0x900) || (c >= 0x460 && c < 0x48A);
    }

    private static boolean isPrivateUse(int c) {
      return Character.getType(c) == Character.PRIVATE_USE;
    }

    private static boolean isWest(int c) {
      return (c >= 0xA0 && c < 0x180) || (c >= 0x1E00 && c < 0x2C00) || c >= 0x1F000;
    }
  }
}
