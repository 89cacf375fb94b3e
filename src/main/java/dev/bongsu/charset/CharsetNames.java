package dev.bongsu.charset;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Charsets by the names that documents use.
///
/// The Korean names all mean MS949: pages that say EUC-KR use its extra syllables (똠, 뷁, 펲).
final class CharsetNames {
  static final Charset FALLBACK = Charset.forName("windows-1252");
  private static final Set<String> KOREAN_NAMES =
      Set.of(
          "euc-kr",
          "euckr",
          "ks-c-5601-1987",
          "ksc5601",
          "ks-c-5601",
          "cp949",
          "ms949",
          "uhc",
          "windows-949",
          "x-windows-949",
          "korean");

  /// Names whose documents use the larger set, and nicknames that Java does not know.
  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("latin-1", "windows-1252"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("gb2312", "GBK"),
          Map.entry("gb-2312", "GBK"),
          Map.entry("shift-jis", "windows-31j"),
          Map.entry("x-sjis", "windows-31j"),
          Map.entry("sjis", "windows-31j"),
          Map.entry("mskanji", "windows-31j"),
          Map.entry("macintosh", "x-MacRoman"),
          Map.entry("macroman", "x-MacRoman"),
          Map.entry("mac-roman", "x-MacRoman"),
          Map.entry("mac", "x-MacRoman"),
          Map.entry("mac-cyrillic", "x-MacCyrillic"),
          Map.entry("iso2022-kr", "ISO-2022-KR"),
          Map.entry("iso2022-jp", "ISO-2022-JP"),
          Map.entry("johab", "x-Johab"),
          Map.entry("unicode-1-1-utf-8", "UTF-8"),
          Map.entry("utf", "UTF-8"));

  private CharsetNames() {}

  /// The charset of a name; empty for an unknown name.
  static Optional<Charset> find(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replace('_', '-');
    if (KOREAN_NAMES.contains(plain)) {
      return Optional.of(Charset.forName("MS949"));
    }
    return Stream.of(
            ALIASES.getOrDefault(plain, name),
            plain,
            "IBM" + plain.replaceFirst("^\\D*", ""),
            "windows-" + plain.replaceFirst("^\\D*", ""),
            "x-" + plain)
        .flatMap(candidate -> findExact(candidate).stream())
        .findFirst();
  }

  private static Optional<Charset> findExact(String name) {
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
      return Optional.empty();
    }
  }
}
