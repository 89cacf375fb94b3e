package dev.bongsu.charset;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Bytes of a feed or page to text, whatever they claim to be.
///
/// Order: byte order mark, or the zeros around a first `<`; strict UTF-8, since what decodes as
/// UTF-8 is UTF-8 and many declare otherwise; the document's own declaration; the charset of the
/// HTTP header (neither, if it is Latin and the bytes are far from it); Korean if it decodes
/// without a fault into mostly Hangul, also where it is not what was declared; the charset in which
/// all letters are of one alphabet ([LegacyEncodingDetector]); else windows-1252. Bytes that break
/// a document in UTF-8 are read as windows-1252 one by one: texts pasted from elsewhere.
public final class TextDecoder {
  private static final int DECLARATION_SEARCH_BYTES = 4096;
  private static final Pattern DECLARATION =
      Pattern.compile("(?i)(?:encoding|charset)\\s*=\\s*[\"']?\\s*([A-Z0-9_.:-]+)");

  /// Where a document declares its charset; a script's or a link's `charset` is another file's.
  private static final Pattern DECLARING_ELEMENT =
      Pattern.compile("<(?:\\?xml|meta)\\b[^>]{0,400}", Pattern.CASE_INSENSITIVE);

  private static final Charset KOREAN = Charset.forName("MS949");
  private static final Set<String> EAST_ASIAN =
      Set.of("GBK", "GB18030", "Big5", "Big5-HKSCS", "EUC-JP", "windows-31j");
  private static final Charset EBCDIC = Charset.forName("IBM037");
  private static final int ESCAPE = 0x1B;
  private static final int FIRST_LATIN_LETTER = 0xC0;
  private static final int MIN_LETTERS = 8;

  private TextDecoder() {}

  /// Decodes a document. Never fails: what cannot be decoded becomes U+FFFD.
  ///
  /// @param contentType the HTTP header's value, with or without a charset; null if there was none
  /// @return the text without a byte order mark
  public static String decode(byte[] bytes, @Nullable String contentType) {
    Charset marked = UnicodeEncodingDetector.detect(bytes);
    if (marked != null) {
      return new String(bytes, marked).replaceFirst("^\uFEFF+", "");
    }
    if (startsWithEbcdic(bytes)) {
      return new String(
          bytes,
          declaredCharset(bytes, EBCDIC)
              .filter(set -> set.name().startsWith("IBM"))
              .orElse(EBCDIC));
    }
    Optional<Charset> declared =
        declaredCharset(bytes, StandardCharsets.ISO_8859_1)
            .or(() -> charsetNamedIn(contentType))
            // ASCII would have been UTF-8, too
            .filter(set -> !set.equals(StandardCharsets.US_ASCII))
            .filter(set -> !set.equals(CharsetNames.FALLBACK) || !isUnlikelyLatin(bytes));
    Optional<Charset> escaped = iso2022Charset(bytes, declared.orElse(null));
    if (escaped.isPresent()) {
      return new String(bytes, escaped.get());
    }
    return decodeStrictly(bytes, StandardCharsets.UTF_8)
        .map(DoubleEncoding::repair)
        .or(() -> declared.map(set -> decodeAs(bytes, set)))
        .or(() -> decodeKorean(bytes))
        .orElseGet(() -> new String(bytes, LegacyEncodingDetector.detect(bytes)));
  }

  private static Optional<String> decodeKorean(byte[] bytes) {
    return decodeStrictly(bytes, KOREAN).filter(TextDecoder::isKorean);
  }

  /// `<?xm` in EBCDIC.
  private static boolean startsWithEbcdic(byte[] bytes) {
    return bytes.length > 4 && Arrays.equals(bytes, 0, 4, "<?xm".getBytes(EBCDIC), 0, 4);
  }

  /// The charset of seven bits that switches with escape sequences (RFC 1468, RFC 1557), declared
  /// or not: XML and HTML have no use for an ESC.
  private static Optional<Charset> iso2022Charset(byte[] bytes, @Nullable Charset declared) {
    for (int i = 0; i + 2 < bytes.length; i++) {
      if (bytes[i] == ESCAPE && declared != null && declared.name().startsWith("ISO-2022")) {
        return Optional.of(declared);
      }
      if (bytes[i] == ESCAPE && bytes[i + 1] == '$') {
        return Optional.of(Charset.forName(bytes[i + 2] == ')' ? "ISO-2022-KR" : "ISO-2022-JP"));
      }
    }
    return Optional.empty();
  }

  /// Whether bytes that are said to be Latin cannot be: its letters beyond ASCII stand alone (1.0
  /// to 1.1 a run in French and German texts), those of other scripts side by side.
  private static boolean isUnlikelyLatin(byte[] bytes) {
    int runs = 0;
    int letters = 0;
    for (int i = 0; i < bytes.length; i++) {
      int start = i;
      boolean letter = false;
      while (i < bytes.length && bytes[i] < 0) {
        letter |= (bytes[i++] & 0xFF) >= FIRST_LATIN_LETTER;
      }
      runs += letter ? 1 : 0;
      letters += letter ? i - start : 0;
    }
    return letters >= MIN_LETTERS && letters >= 2 * runs;
  }

  private static Optional<String> decodeStrictly(byte[] bytes, Charset charset) {
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

  /// A document that does not hold what it declares: Korean if it is that without a fault; else in
  /// UTF-8 mostly, or not at all.
  private static String decodeAs(byte[] bytes, Charset charset) {
    if (!charset.equals(StandardCharsets.UTF_8)) {
      return decodeStrictly(bytes, charset)
          .filter(text -> !isMostlyHalfWidthKatakana(text) && !isKoreanInDisguise(bytes, charset))
          .or(() -> decodeKorean(bytes))
          .orElseGet(() -> new String(bytes, charset));
    }
    return LenientUtf8.isMostlyUtf8(bytes)
        ? LenientUtf8.decode(bytes)
        : decodeKorean(bytes)
            .orElseGet(() -> new String(bytes, LegacyEncodingDetector.detect(bytes)));
  }

  /// Whether Korean is declared to be Chinese or Japanese, whose charsets decode the same bytes.
  private static boolean isKoreanInDisguise(byte[] bytes, Charset declared) {
    return EAST_ASIAN.contains(declared.name())
        && decodeKorean(bytes).isPresent()
        && LegacyEncodingDetector.detect(bytes).equals(KOREAN);
  }

  /// Whether most letters beyond ASCII are katakana of half width, as Korean bytes come out of
  /// Shift_JIS and no Japanese text looks.
  private static boolean isMostlyHalfWidthKatakana(String text) {
    long half = text.chars().filter(c -> c >= 0xFF61 && c <= 0xFF9F).count();
    return half * 2 > text.chars().filter(c -> c >= 0x80 && Character.isLetter(c)).count();
  }

  /// Whether four in five letters beyond ASCII are Hangul syllables: of Chinese in GB 2312 read as
  /// Korean about six in ten are.
  private static boolean isKorean(String text) {
    long hangul = text.chars().filter(c -> c >= '가' && c <= '힣').count();
    long foreign = text.chars().filter(c -> c >= 0x80 && Character.isLetter(c)).count();
    return hangul * 5 > foreign * 4;
  }

  /// The charset in an XML declaration or an HTML meta element. One of two bytes a character is a
  /// lie there: else the declaration could not have been read.
  private static Optional<Charset> declaredCharset(byte[] bytes, Charset readable) {
    byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, DECLARATION_SEARCH_BYTES));
    return DECLARING_ELEMENT
        .matcher(new String(head, readable))
        .results()
        .flatMap(element -> charsetNamedIn(element.group()).stream())
        .filter(set -> !set.name().startsWith("UTF-16") && !set.name().startsWith("UTF-32"))
        .findFirst();
  }

  private static Optional<Charset> charsetNamedIn(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    Matcher name = DECLARATION.matcher(text);
    return name.find() ? CharsetNames.find(name.group(1)) : Optional.empty();
  }
}
