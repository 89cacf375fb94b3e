package dev.bongsu.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Cuts a normal text into its written words.
final class WordReader {
  private static final String CLOSING = "\"'”’)]}>」』》〉";

  private final String normal;
  private final List<Token> tokens;
  private final List<WrittenWord> words = new ArrayList<>();
  private int token;
  private char[] letters;
  private int[] places;
  private int size;
  private int segment;
  private int sentence;
  private int line;

  WordReader(String normal, List<Token> tokens) {
    this.normal = normal;
    this.tokens = tokens;
    this.letters = new char[normal.length()];
    this.places = new int[normal.length()];
  }

  SurfaceWords read() {
    int at = 0;
    while (at < normal.length()) {
      if (Letters.isLetter(normal, at)) {
        at = readWord(at);
      } else {
        readSign(at);
        at++;
      }
    }
    letters = Arrays.copyOf(letters, size);
    places = Arrays.copyOf(places, size);
    return new SurfaceWords(words, letters, places);
  }

  private void readSign(int at) {
    char c = normal.charAt(at);
    if (!Letters.isBlank(c)) {
      segment++;
    }
    if (c == '\n') {
      line++;
      sentence++;
    } else if (c == '.' || c == '!' || c == '?') {
      sentence++;
    }
  }

  private int readWord(int from) {
    int start = size;
    boolean korean = false;
    int at = from;
    for (; at < normal.length(); at++) {
      if (Letters.isLetter(normal, at)) {
        char read = Letters.plain(normal.charAt(at));
        places[size] = at;
        letters[size++] = read;
        korean |= Letters.isHangul(read);
      } else if (!Letters.isJoint(normal, at)) {
        break;
      }
    }
    boolean attached = from > 0 && CLOSING.indexOf(normal.charAt(from - 1)) >= 0;
    int endings =
        korean
            ? KoreanParticles.endings(letters, start, size)
            : 1 | 1 << KoreanParticles.OF_NOUNS_SHIFT;
    if (korean && isParticled(from, at)) {
      endings &= ~(1 << KoreanParticles.OF_NOUNS_SHIFT);
    }
    long tails = korean ? tails(from, at) : 0;
    words.add(
        new WrittenWord(start, size, segment, sentence, line, korean, attached, endings, tails));
    return at;
  }

  /// Whether the analyser takes a word of two letters for one letter and a particle: 수도 in 할 수도 있다
  /// is no capital. No particle stands before a comma: 회의, 서울서 개막.
  private boolean isParticled(int from, int to) {
    boolean goesOn = to < normal.length() && Letters.isBlank(normal.charAt(to));
    if (to - from != 2 || !goesOn || !seek(from)) {
      return false;
    }
    Token first = tokens.get(token);
    boolean alone = token + 1 == tokens.size() || tokens.get(token + 1).start() >= to;
    return alone && first.noun() && first.start() == from && first.end() == from + 1;
  }

  /// Moves on to the first token from a place on, if there is one.
  private boolean seek(int from) {
    while (token < tokens.size() && tokens.get(token).start() < from) {
      token++;
    }
    return token < tokens.size();
  }

  /// The places in a written word after which there are only nouns of two letters and more, see
  /// `WrittenWord.tails`.
  private long tails(int from, int to) {
    seek(from);
    long tails = 0;
    for (; token < tokens.size() && tokens.get(token).start() < to; token++) {
      Token noun = tokens.get(token);
      if (!noun.noun() || noun.end() - noun.start() < 2) {
        tails = 0;
      } else if (noun.start() > from) {
        tails |= tailFrom(noun.start(), to);
      }
    }
    return tails;
  }

  private long tailFrom(int place, int to) {
    int left = 0;
    for (int at = place; at < to; at++) {
      left += Letters.isLetter(normal, at) ? 1 : 0;
    }
    return left < Long.SIZE ? 1L << left : 0;
  }
}
