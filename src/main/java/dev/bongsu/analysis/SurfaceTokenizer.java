package dev.bongsu.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Splits a normalized text into its written words.
final class SurfaceTokenizer {
  /// Particles that rarely stand right before another noun.
  private static final String NOUN_MODIFIERS = "만도로은";

  private static final String CLOSING_MARKS = "\"'”’)]}>」』》〉";

  private final String normal;
  private final List<Token> tokens;
  private final CompoundNouns compounds;
  private final List<SurfaceWord> words = new ArrayList<>();
  private int tokenIndex;
  private char[] characters;
  private int[] offsets;
  private int size;
  private int segment;
  private int sentence;

  SurfaceTokenizer(String normal, List<Token> tokens, CompoundNouns compounds) {
    this.compounds = compounds;
    this.normal = normal;
    this.tokens = tokens;
    this.characters = new char[normal.length()];
    this.offsets = new int[normal.length()];
  }

  SurfaceText tokenize() {
    int at = 0;
    while (at < normal.length()) {
      if (WordCharacters.isWordCharacter(normal, at)) {
        at = readWord(at);
      } else {
        readSeparator(at);
        at++;
      }
    }
    characters = Arrays.copyOf(characters, size);
    offsets = Arrays.copyOf(offsets, size);
    return new SurfaceText(words, characters, offsets, compounds);
  }

  private void readSeparator(int at) {
    char c = normal.charAt(at);
    if (!WordCharacters.isInlineSpace(c) && !WordCharacters.isMiddleDot(c)) {
      segment++;
    }
    if (c == '\n') {
      sentence++;
    } else if (c == '.' || c == '!' || c == '?') {
      sentence += isFollowedBySmallLetter(at) ? 0 : 1;
    }
  }

  /// As the point of an abbreviation is: approx. two, Corp. said.
  private boolean isFollowedBySmallLetter(int at) {
    return at + 2 < normal.length()
        && normal.charAt(at + 1) == ' '
        && Character.isLowerCase(normal.charAt(at + 2));
  }

  private int readWord(int from) {
    int start = size;
    boolean korean = false;
    int at = from;
    for (; at < normal.length(); at++) {
      if (WordCharacters.isWordCharacter(normal, at)) {
        char read = WordCharacters.fold(normal.charAt(at));
        korean |= WordCharacters.isHangul(read);
        add(read, at);
      } else if (!WordCharacters.isConnector(normal, at)) {
        break;
      }
    }
    boolean attached = from > 0 && CLOSING_MARKS.indexOf(normal.charAt(from - 1)) >= 0;
    int endings =
        korean
            ? KoreanParticles.endingMask(characters, start, size)
            : 1 | 1 << KoreanParticles.NOUN_ONLY_SHIFT;
    if (korean && isNounWithParticle(from, at)) {
      endings &= ~(1 << KoreanParticles.NOUN_ONLY_SHIFT);
    }
    long tails = korean ? nounTailMask(from, at) : 0;
    words.add(new SurfaceWord(start, size, segment, sentence, korean, attached, endings, tails));
    return at;
  }

  private void add(char read, int place) {
    if (LatinLetters.isMarked(read)) {
      LatinLetters.fold(String.valueOf(read)).chars().forEach(plain -> append((char) plain, place));
    } else {
      append(read, place);
    }
  }

  private void append(char read, int place) {
    if (size == characters.length) {
      characters = Arrays.copyOf(characters, size * 2);
      offsets = Arrays.copyOf(offsets, size * 2);
    }
    offsets[size] = place;
    characters[size++] = read;
  }

  /// Whether the analyser takes a word of two characters for one character and a particle: 수도 in 할
  /// 수도 있다 is no capital. No particle stands before a comma: 회의, 서울서 개막.
  private boolean isNounWithParticle(int from, int to) {
    boolean goesOn = to < normal.length() && WordCharacters.isInlineSpace(normal.charAt(to));
    if (to - from != 2 || !goesOn || !seekToken(from)) {
      return false;
    }
    Token first = tokens.get(tokenIndex);
    boolean alone = tokenIndex + 1 == tokens.size() || tokens.get(tokenIndex + 1).start() >= to;
    return alone
        && first.noun()
        && first.start() == from
        && first.end() == from + 1
        && !isNounBeforeNoun(from, to);
  }

  /// Whether it may be a noun that another follows: 비만 환자 (obese patients), not 비만 내렸다 (it only
  /// rained).
  private boolean isNounBeforeNoun(int from, int to) {
    return tokenIndex + 1 < tokens.size()
        && NOUN_MODIFIERS.indexOf(normal.charAt(to - 1)) >= 0
        && tokens.get(tokenIndex + 1).start() == to + 1
        && tokens.get(tokenIndex + 1).noun()
        && !endsInSame(to)
        && compounds.isKnown(normal.substring(from, to));
  }

  /// Whether the next word ends in the last character of a word: 산도 바다도 (mountains and seas).
  private boolean endsInSame(int wordEnd) {
    int end = wordEnd + 1;
    while (end < normal.length() && WordCharacters.isHangul(normal.charAt(end))) {
      end++;
    }
    return normal.charAt(end - 1) == normal.charAt(wordEnd - 1);
  }

  /// Moves on to the first token from a place on, if there is one.
  private boolean seekToken(int from) {
    while (tokenIndex < tokens.size() && tokens.get(tokenIndex).start() < from) {
      tokenIndex++;
    }
    return tokenIndex < tokens.size();
  }

  /// The places in a written word after which there are only nouns of two characters and more, see
  /// `SurfaceWord.nounTailMask`.
  private long nounTailMask(int from, int to) {
    seekToken(from);
    long tails = 0;
    for (; tokenIndex < tokens.size() && tokens.get(tokenIndex).start() < to; tokenIndex++) {
      Token noun = tokens.get(tokenIndex);
      if (!noun.noun() || noun.end() - noun.start() < 2) {
        tails = 0;
      } else if (noun.start() > from) {
        tails |= tailBit(noun.start(), to);
      }
    }
    return tails;
  }

  private long tailBit(int place, int to) {
    int left = 0;
    for (int at = place; at < to; at++) {
      left += WordCharacters.isWordCharacter(normal, at) ? 1 : 0;
    }
    return left < Long.SIZE ? 1L << left : 0;
  }
}
