package dev.bongsu.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Charsets of two and four bytes a character, detected by their first bytes: a byte order mark, or
/// a `<`, `{` or a blank with zeros around it (XML 1.0, appendix F; JSON likewise).
final class UnicodeEncodingDetector {
  /// What a document begins with.
  private static final String FIRST_CHARACTERS = "<{ \t\r\n";

  private UnicodeEncodingDetector() {}

  /// Null if the first bytes tell nothing.
  static @Nullable Charset detect(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return StandardCharsets.UTF_8;
    }
    if (startsWith(bytes, 0x00, 0x00, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_32BE;
    }
    if (startsWith(bytes, 0xFF, 0xFE, 0x00, 0x00)) {
      return StandardCharsets.UTF_32LE;
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    for (int i = 0; i < FIRST_CHARACTERS.length(); i++) {
      Charset charset = detectByZeros(bytes, FIRST_CHARACTERS.charAt(i));
      if (charset != null) {
        return charset;
      }
    }
    return null;
  }

  private static @Nullable Charset detectByZeros(byte[] bytes, int first) {
    if (startsWith(bytes, 0x00, 0x00, 0x00, first)) {
      return StandardCharsets.UTF_32BE;
    }
    if (startsWith(bytes, first, 0x00, 0x00, 0x00)) {
      return StandardCharsets.UTF_32LE;
    }
    if (startsWith(bytes, 0x00, first, 0x00)) {
      return StandardCharsets.UTF_16BE;
    }
    if (startsWith(bytes, first, 0x00)) {
      return StandardCharsets.UTF_16LE;
    }
    return null;
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    for (int i = 0; i < start.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }
}
