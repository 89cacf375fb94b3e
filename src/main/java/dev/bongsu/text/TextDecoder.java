package dev.bongsu.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Bytes of a feed or page to text, whatever they claim to be.
///
/// Order: byte order mark; strict UTF-8, since what decodes as UTF-8 is UTF-8 and many declare
/// otherwise; the document's own declaration; the charset of the HTTP header; else windows-1252.
/// The Korean names all mean MS949: pages that say EUC-KR use its extra syllables (똠, 뷁, 펲).
public final class TextDecoder {
  private static final int DECLARATION_WITHIN_BYTES = 4096;
  private static final Pattern DECLARATION =
      Pattern.compile("(?:encoding|charset)\\s*=\\s*[\"']?\\s*([A-Za-z0-9_.:-]+)");
  private static final Charset FALLBACK = Charset.forName("windows-1252");
  private static final Charset KOREAN = Charset.forName("MS949");
  private static final Set<String> KOREAN_NAMES =
      Set.of(
          "euc-kr",
          "euckr",
          "ks_c_5601-1987",
          "ksc5601",
          "ks_c_5601",
          "cp949",
          "ms949",
          "uhc",
          "windows-949",
          "x-windows-949",
          "korean");

  private TextDecoder() {}

  /// Decodes a document. Never fails: what cannot be decoded becomes U+FFFD.
  ///
  /// @param contentType the HTTP header's value, with or without a charset; null if there was none
  /// @return the text without a byte order mark
  public static String decode(byte[] bytes, @Nullable String contentType) {
    Charset marked = byteOrderMark(bytes);
    if (marked != null) {
      String text = new String(bytes, marked);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
    return strictUtf8(bytes)
        .orElseGet(
            () -> new String(bytes, declared(bytes).or(() -> named(contentType)).orElse(FALLBACK)));
  }

  private static @Nullable Charset byteOrderMark(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return StandardCharsets.UTF_8;
    }
    if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0x00, 0x3C, 0x00)) {
      return StandardCharsets.UTF_16BE;
    }
    if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0x3C, 0x00)) {
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

  private static Optional<String> strictUtf8(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }

  /// The charset in an XML declaration or an HTML meta element.
  private static Optional<Charset> declared(byte[] bytes) {
    byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, DECLARATION_WITHIN_BYTES));
    return named(new String(head, StandardCharsets.ISO_8859_1));
  }

  private static Optional<Charset> named(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    Matcher name = DECLARATION.matcher(text);
    return name.find() ? charset(name.group(1)) : Optional.empty();
  }

  /// A charset by the name that documents use; empty for names nobody knows.
  private static Optional<Charset> charset(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (KOREAN_NAMES.contains(lower)) {
      return Optional.of(KOREAN);
    }
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
      return Optional.empty();
    }
  }
}
