package dev.bongsu.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/// One spelling for the many of a foreign word in Hangul: 컨트롤 and 콘트롤, 랜섬웨어 and 랜썸웨어, 워크샵 and 워크숍.
/// By sounds, not by a list: which vowels and consonants people mix up in such words.
///
/// Only words with a syllable that no Korean word has count as foreign; else 모래 (sand) would be 모레
/// (the day after tomorrow).
final class Loanwords {
  /// Shorter words differ by one sound too often: 카드, 코드.
  static final int MIN_LENGTH = 3;

  private static final int FIRST = '가';
  private static final int LAST = '힣';
  private static final int FINALS = 28;
  private static final int VOWELS = 21;
  private static final String LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
  private static final String MIDDLES = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
  private static final String ENDS = "-ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

  private static final char[] FOLDED = new char[LAST - FIRST + 1];
  private static final BitSet FOREIGN = new BitSet(LAST - FIRST + 1);

  private record Syllable(char lead, char vowel, char end) {
    static Syllable of(char c) {
      int index = c - FIRST;
      return new Syllable(
          LEADS.charAt(index / FINALS / VOWELS),
          MIDDLES.charAt(index / FINALS % VOWELS),
          ENDS.charAt(index % FINALS));
    }

    char letter() {
      int index = LEADS.indexOf(lead) * VOWELS + MIDDLES.indexOf(vowel);
      return (char) (FIRST + index * FINALS + ENDS.indexOf(end));
    }

    /// Without what is mixed up in words of any length: tense ㅆ, ㅐ and ㅔ, glides after ㅈ and ㅊ.
    Syllable plain() {
      char plainLead = lead == 'ㅆ' ? 'ㅅ' : lead;
      char plainEnd = replaced(end, "ㅍㅋㅌㄷ", "ㅂㄱㅅㅅ");
      char plainVowel = replaced(vowel, "ㅐㅒㅖ", "ㅔㅔㅔ");
      if ("ㅈㅊ".indexOf(plainLead) >= 0) {
        plainVowel = replaced(plainVowel, "ㅑㅕㅛㅠ", "ㅏㅓㅗㅜ");
      } else if (plainLead == 'ㅅ') {
        plainVowel = replaced(plainVowel, "ㅟㅞㅠ", "ㅣㅔㅜ");
        plainVowel = plainVowel == 'ㅑ' && plainEnd == 'ㅂ' ? 'ㅛ' : plainVowel;
      }
      return new Syllable(plainLead, plainVowel, plainEnd);
    }

    /// Of longer words also ㅓ and ㅗ (컨, 콘), 타 and 터, 맬 and 말.
    Syllable folded() {
      Syllable plain = plain();
      char one = plain.vowel == 'ㅓ' ? 'ㅗ' : plain.vowel;
      if (plain.lead == 'ㅌ' && plain.end == '-' && one == 'ㅏ') {
        one = 'ㅗ';
      }
      if (plain.lead == 'ㅁ' && plain.end == 'ㄹ' && "ㅏㅓㅔ".indexOf(plain.vowel) >= 0) {
        one = 'ㅔ';
      }
      return new Syllable(plain.lead, one, plain.end);
    }

    /// Whether no Korean word, native or of Chinese origin, is likely to have it.
    boolean isForeign() {
      return switch (vowel) {
        case 'ㅡ' ->
            (end == '-' && "ㄷㄹㅂㅅㅈㅊㅋㅌㅍ".indexOf(lead) >= 0)
                || (end == 'ㄹ' && "ㅂㅋㅍ".indexOf(lead) >= 0);
        case 'ㅔ' -> "ㄴㄹㅁㅂㅅ".indexOf(end) >= 0 || lead == 'ㅋ';
        case 'ㅞ' -> lead == 'ㅇ';
        case 'ㅠ' -> "ㄴㄷㅁㅂㅋㅌㅍ".indexOf(lead) >= 0;
        case 'ㅕ', 'ㅛ' -> lead == 'ㅅ';
        case 'ㅣ' -> "ㄷㅋㅌ".indexOf(lead) >= 0 || (lead == 'ㅅ' && end == 'ㅇ');
        default -> lead == 'ㅋ' || (end == 'ㅅ' && "ㄹㅂㅋㅌㅍ".indexOf(lead) >= 0);
      };
    }
  }

  static {
    for (int c = FIRST; c <= LAST; c++) {
      Syllable folded = Syllable.of((char) c).folded();
      FOLDED[c - FIRST] = folded.letter();
      FOREIGN.set(c - FIRST, folded.isForeign());
    }
  }

  private Loanwords() {}

  private static char replaced(char given, String from, String to) {
    int at = from.indexOf(given);
    return at < 0 ? given : to.charAt(at);
  }

  static char fold(char c) {
    return WordCharacters.isHangul(c) ? FOLDED[c - FIRST] : c;
  }

  static boolean isForeign(char c) {
    return WordCharacters.isHangul(c) && FOREIGN.get(c - FIRST);
  }

  /// A surface as it is compared: in one spelling if it is a foreign word, else itself.
  static String fold(String surface) {
    if (surface.length() < MIN_LENGTH || surface.chars().noneMatch(c -> isForeign((char) c))) {
      return surface;
    }
    return foldAll(surface);
  }

  /// Every character folded, whether of a foreign word or not.
  static String foldAll(String characters) {
    StringBuilder folded = new StringBuilder(characters);
    for (int i = 0; i < folded.length(); i++) {
      folded.setCharAt(i, fold(folded.charAt(i)));
    }
    return folded.toString();
  }

  /// Other spellings of a word of a query: of a foreign one that is too short to be folded (메쉬 for
  /// 메시), and the plain one of a word that is no known noun (사이버 for 싸이버).
  static Stream<String> variants(String word, KnownNouns nouns) {
    boolean known = nouns.contains(word);
    String plain = plain(word);
    Stream<String> corrected =
        !known && nouns.contains(plain) ? Stream.of(plain) : Stream.<String>empty();
    boolean foreign = word.chars().anyMatch(c -> isForeign((char) c));
    return foreign && word.length() < MIN_LENGTH
        ? spellings(word).filter(spelling -> !known || !nouns.contains(spelling))
        : corrected;
  }

  private static String plain(String word) {
    StringBuilder plain = new StringBuilder(word);
    for (int i = 0; i < word.length(); i++) {
      if (WordCharacters.isHangul(word.charAt(i))) {
        plain.setCharAt(i, Syllable.of(word.charAt(i)).plain().letter());
      }
    }
    return plain.toString();
  }

  private static Stream<String> spellings(String word) {
    List<String> spellings = List.of("");
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      List<String> longer = new ArrayList<>();
      spellings.forEach(start -> spellingsOf(c).forEach(next -> longer.add(start + next)));
      spellings = longer;
    }
    return spellings.stream().filter(spelling -> !spelling.equals(word));
  }

  /// All syllables that are plainly the same as one.
  private static List<Character> spellingsOf(char given) {
    if (!WordCharacters.isHangul(given)) {
      return List.of(given);
    }
    Syllable plain = Syllable.of(given).plain();
    List<Character> spellings = new ArrayList<>();
    for (int i = 0; i < MIDDLES.length(); i++) {
      Syllable one = new Syllable(plain.lead, MIDDLES.charAt(i), plain.end);
      if (one.plain().equals(plain) && "ㅒㅖ".indexOf(one.vowel) < 0) {
        spellings.add(one.letter());
      }
    }
    if (plain.lead == 'ㅅ') {
      spellings.add(new Syllable('ㅆ', plain.vowel, plain.end).letter());
    }
    if (!spellings.contains(given)) {
      spellings.add(given);
    }
    return spellings;
  }
}
