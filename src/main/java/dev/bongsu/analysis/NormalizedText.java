package dev.bongsu.analysis;

import com.ibm.icu.text.Normalizer;
import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;
import java.util.BitSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A text in Unicode form NFKC with the original offset of each character: decomposed Hangul is
/// composed, full-width letters become plain ones. Removed are the dot of 한·미, those of U.S., the
/// comma of 3,000, and the (주) at a company's name, which do not change the meaning.
final class NormalizedText {
  private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();

  /// A run of combining marks is cut here: putting marks in order costs the square of their number.
  private static final int MAX_CLUSTER_LENGTH = 64;

  /// Dots at a Hangul syllable that stands alone.
  private static final String LONE_SYLLABLE =
      "(?<=(?<![가-힣])[가-힣])[·・‧](?=[가-힣])|(?<=[가-힣])[·・‧](?=[가-힣](?![가-힣]))";

  private static final String COMPANY = "(?:㈜|[(（][주유사재][)）])";

  /// A company's form before or after its name.
  private static final String COMPANY_FORM =
      "(?<![\\p{L}\\p{N}])%s(?=[\\p{L}\\p{N}])|(?<=[\\p{L}\\p{N}])%s(?![\\p{L}\\p{N}])"
          .formatted(COMPANY, COMPANY);

  private static final Pattern IGNORED = Pattern.compile(LONE_SYLLABLE + "|" + COMPANY_FORM);

  /// A text without these has nothing ignored: a cheaper test than [#IGNORED].
  private static final Pattern MAYBE_IGNORED = Pattern.compile("[·・‧㈜]|[(（][주유사재]");

  /// The digits between commas.
  private static final int GROUP = 3;

  private static final String QUOTES = "‘’“”–—";

  private static final Pattern DOTTED_ACRONYM =
      Pattern.compile("(?<![A-Za-z.])[A-Z](?:\\.[A-Z]){1,4}\\.?(?![A-Za-z])");

  private final String text;
  private final int[] starts;
  private final int[] ends;

  private NormalizedText(String text, int[] starts, int[] ends) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
  }

  static NormalizedText of(String given) {
    if (isKnownNormalized(given)) {
      return new NormalizedText(given, new int[0], new int[0]);
    }
    String dotted = withMiddleDots(given);
    BitSet silent = findIgnored(dotted);
    // The quick check, since the thorough one takes the square of a run of marks.
    return silent.isEmpty() && NFKC.quickCheck(dotted) == Normalizer.YES
        ? unchanged(given)
        : new Builder(dotted, silent).build();
  }

  /// A cheap test for a text that is in normal form and has nothing to ignore, as most are: ASCII,
  /// Hangul syllables, common Hanja, curly quotes and dashes.
  private static boolean isKnownNormalized(String given) {
    char before = 0;
    for (int i = 0; i < given.length(); i++) {
      char c = given.charAt(i);
      boolean plain =
          c < 0x80
              || WordCharacters.isHangul(c)
              || (c >= 0x4E00 && c <= 0x9FFF)
              || QUOTES.indexOf(c) >= 0;
      if (!plain || (c <= '.' && mayBeIgnored(given, before, c, i))) {
        return false;
      }
      before = c;
    }
    return true;
  }

  /// A bracket with a company's form in it, or the dot between two capitals.
  private static boolean mayBeIgnored(String given, char before, char c, int at) {
    char next = at + 1 < given.length() ? given.charAt(at + 1) : 0;
    return switch (c) {
      case '(' -> "주유사재".indexOf(next) >= 0;
      case '.' -> WordCharacters.isCapital(before) && WordCharacters.isCapital(next);
      case ',' -> separatesThousands(given, at);
      default -> false;
    };
  }

  /// Whether a comma stands between one to three digits and three: 3,000 is 3000.
  private static boolean separatesThousands(String given, int comma) {
    int start = comma;
    while (start > 0 && Character.isDigit(given.charAt(start - 1))) {
      start--;
    }
    int end = comma + 1;
    while (end < given.length() && Character.isDigit(given.charAt(end))) {
      end++;
    }
    boolean afterPoint = start > 0 && given.charAt(start - 1) == '.';
    return comma - start > 0 && comma - start <= GROUP && end - comma - 1 == GROUP && !afterPoint;
  }

  /// A text that is known to be its own normal form, but for its dots.
  static NormalizedText unchanged(String given) {
    return new NormalizedText(withMiddleDots(given), new int[0], new int[0]);
  }

  /// With a plain dot for the Korean one that NFKC takes for a vowel.
  private static String withMiddleDots(String given) {
    return given.replace('ㆍ', '·');
  }

  /// Whether the text was given in its normal form, but for its dots.
  boolean isUnchanged() {
    return starts.length == 0;
  }

  private static BitSet findIgnored(String given) {
    BitSet silent = new BitSet();
    if (MAYBE_IGNORED.matcher(given).find()) {
      IGNORED.matcher(given).results().forEach(found -> silent.set(found.start(), found.end()));
    }
    DOTTED_ACRONYM
        .matcher(given)
        .results()
        .flatMapToInt(found -> IntStream.range(found.start(), found.end()))
        .filter(at -> given.charAt(at) == '.')
        .forEach(silent::set);
    for (int at = given.indexOf(','); at >= 0; at = given.indexOf(',', at + 1)) {
      if (separatesThousands(given, at)) {
        silent.set(at);
      }
    }
    return silent;
  }

  String text() {
    return text;
  }

  /// The normal text from one index to another, as the place where it stood in the given text.
  ///
  /// @param from inclusive
  /// @param to exclusive, greater than `from`
  Occurrence toOriginal(int from, int to) {
    return starts.length == 0
        ? new Occurrence(from, to)
        : new Occurrence(starts[from], ends[to - 1]);
  }

  /// The first index of the normal text that stood at a place of the given text or after it.
  int toNormal(int place) {
    if (starts.length == 0) {
      return place;
    }
    int low = 0;
    int high = text.length();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (starts[middle] < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static final class Builder {
    private final String original;
    private final BitSet ignored;

    /// Whether only the ignored characters have to go.
    private final boolean normalized;

    private final StringBuilder text;
    private int[] starts;
    private int[] ends;

    Builder(String original, BitSet silent) {
      this.original = original;
      this.ignored = silent;
      this.normalized = NFKC.quickCheck(original) == Normalizer.YES;
      this.text = new StringBuilder(original.length());
      this.starts = new int[original.length() + 16];
      this.ends = new int[original.length() + 16];
    }

    NormalizedText build() {
      int start = 0;
      while (start < original.length()) {
        int end = clusterEnd(start);
        if (!ignored.get(start)) {
          append(start, end);
        }
        start = end;
      }
      return new NormalizedText(text.toString(), starts, ends);
    }

    private int clusterEnd(int start) {
      if (normalized) {
        return start + 1;
      }
      int end = start + Character.charCount(original.codePointAt(start));
      while (end < original.length() && end - start < MAX_CLUSTER_LENGTH) {
        int next = original.codePointAt(end);
        if (NFKC.hasBoundaryBefore(next)) {
          break;
        }
        end += Character.charCount(next);
      }
      return end;
    }

    private void append(int start, int end) {
      String given = original.substring(start, end);
      String normal = normalized ? given : NFKC.normalize(given);
      boolean sameLength = normal.length() == end - start;
      ensureCapacity(text.length() + normal.length());
      for (int i = 0; i < normal.length(); i++) {
        starts[text.length() + i] = sameLength ? start + i : start;
        ends[text.length() + i] = sameLength ? start + i + 1 : end;
      }
      text.append(normal);
    }

    private void ensureCapacity(int length) {
      if (length > starts.length) {
        int larger = Math.max(length, starts.length * 2);
        starts = Arrays.copyOf(starts, larger);
        ends = Arrays.copyOf(ends, larger);
      }
    }
  }
}
