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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Bytes of a feed or page to text, whatever they claim to be.
///
/// Order: byte order mark; strict UTF-8, since what decodes as UTF-8 is UTF-8 and many declare
/// otherwise; the document's own declaration; the charset of the HTTP header; Korean if it decodes
/// without a fault into mostly Hangul; else windows-1252. The Korean names all mean MS949: pages
/// that say EUC-KR use its extra syllables (똠, 뷁, 펲).
public final class TextDecoder {
  private static final int DECLARATION_WITHIN_BYTES = 4096;
  private static final Pattern DECLARATION =
      Pattern.compile("(?i)(?:encoding|charset)\\s*=\\s*[\"']?\\s*([A-Z0-9_.:-]+)");

  /// Where a document declares its charset; a script's or a link's `charset` is another file's.
  private static final Pattern DECLARING_ELEMENT =
      Pattern.compile("<(?:\\?xml|meta)\\b[^>]{0,400}", Pattern.CASE_INSENSITIVE);

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

  /// Names whose documents use the larger set.
  private static final Map<String, Charset> MEANT =
      Map.of(
          "iso-8859-1", FALLBACK,
          "us-ascii", FALLBACK,
          "ascii", FALLBACK,
          "gb2312", Charset.forName("GBK"),
          "shift_jis", Charset.forName("windows-31j"),
          "shift-jis", Charset.forName("windows-31j"),
          "x-sjis", Charset.forName("windows-31j"));

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
    return strict(bytes, StandardCharsets.UTF_8)
        .or(() -> declared(bytes).or(() -> named(contentType)).map(set -> new String(bytes, set)))
        .or(() -> strict(bytes, KOREAN).filter(TextDecoder::isKorean))
        .orElseGet(() -> new String(bytes, FALLBACK));
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

  private static Optional<String> strict(byte[] bytes, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }

  /// Whether most of the letters beyond ASCII are Hangul syllables.
  private static boolean isKorean(String text) {
    long hangul = text.chars().filter(c -> c >= '가' && c <= '힣').count();
    long foreign = text.chars().filter(c -> c >= 0x80 && Character.isLetter(c)).count();
    return hangul * 2 > foreign;
  }

  /// The charset in an XML declaration or an HTML meta element.
  private static Optional<Charset> declared(byte[] bytes) {
    byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, DECLARATION_WITHIN_BYTES));
    return DECLARING_ELEMENT
        .matcher(new String(head, StandardCharsets.ISO_8859_1))
        .results()
        .flatMap(element -> named(element.group()).stream())
        .findFirst();
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
      return Optional.of(MEANT.containsKey(lower) ? MEANT.get(lower) : Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
      return Optional.empty();
    }
  }
}
