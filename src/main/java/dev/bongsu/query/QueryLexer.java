package dev.bongsu.query;

import dev.bongsu.query.QueryToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts a query's text into words, phrases and signs. Forgives what keyboards and copying do: curly
/// quotes, full-width signs, commas between words, blanks of any kind and number.
final class QueryLexer {
  private static final String QUOTES = "\"“”„‟«»";
  private static final String MINUSES = "-–—−";
  private static final String SEPARATORS = ",;、，；";

  /// A company's form before or after its name, (주)한화: no group, though it looks like one.
  private static final Pattern ATTACHED =
      Pattern.compile("\\(\\p{L}{1,3}\\)(?=[\\p{L}\\p{N}])|(?<=[\\p{L}\\p{N}])\\(\\p{L}{1,3}\\)");

  private static final Pattern OUTER_PUNCTUATION =
      Pattern.compile(
          "^[\\p{Po}\\p{Pd}\\p{Pi}\\p{Pf}\\p{C}]+|[\\p{Po}\\p{Pd}\\p{Pi}\\p{Pf}\\p{C}]+$");

  private final String text;
  private final List<QueryToken> tokens = new ArrayList<>();
  private int at;

  QueryLexer(String given) {
    this.text = plain(given);
  }

  /// The same text, character for character, with full-width signs and odd blanks made plain.
  private static String plain(String given) {
    StringBuilder plain = new StringBuilder(given.length());
    for (int i = 0; i < given.length(); i++) {
      plain.append(plain(given.charAt(i)));
    }
    return plain.toString();
  }

  private static char plain(char c) {
    if (c >= '\uFF01' && c <= '\uFF5E') {
      return (char) (c - 0xFEE0);
    }
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0 ? ' ' : c;
  }

  /// All tokens in order, ended by one of kind `END`; at most one unclosed quote, before the end.
  List<QueryToken> read() {
    while (at < text.length()) {
      readOne();
    }
    add(Kind.END, "", text.length());
    return tokens;
  }

  private void readOne() {
    char c = text.charAt(at);
    if (c == ' ' || SEPARATORS.indexOf(c) >= 0) {
      at++;
    } else if (QUOTES.indexOf(c) >= 0) {
      readPhrase();
    } else if (c == '|') {
      sign(Kind.OR, "|");
    } else if (MINUSES.indexOf(c) >= 0) {
      readMinus();
    } else if (c == '(' && !attachedAt(at)) {
      sign(Kind.OPEN, "(");
    } else if (c == ')') {
      sign(Kind.CLOSE, ")");
    } else {
      readWord();
    }
  }

  private void sign(Kind kind, String written) {
    add(kind, written, at);
    at++;
    while (kind == Kind.OR && at < text.length() && text.charAt(at) == '|') {
      at++;
    }
  }

  private void readMinus() {
    add(Kind.MINUS, "-", at);
    while (at < text.length() && MINUSES.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    if (at == text.length() || text.charAt(at) == ' ') {
      // A minus that stands alone excludes nothing; the parser says so.
      add(Kind.AND, "-", at - 1);
    }
  }

  private void readPhrase() {
    int start = at;
    int end = start + 1;
    while (end < text.length() && QUOTES.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    at = Math.min(end + 1, text.length());
    if (end == text.length()) {
      add(Kind.UNCLOSED_QUOTE, "\"", start);
      return;
    }
    String words = text.substring(start + 1, end).strip().replaceAll(" +", " ");
    if (hasLetter(words)) {
      add(Kind.PHRASE, words, start);
    }
  }

  private void readWord() {
    int start = at;
    while (at < text.length() && isWordCharacter()) {
      at += text.charAt(at) == '(' ? text.indexOf(')', at) + 1 - at : 1;
    }
    String word = OUTER_PUNCTUATION.matcher(text.substring(start, at)).replaceAll("");
    switch (word) {
      case "OR" -> add(Kind.OR, word, start);
      case "AND" -> add(Kind.AND, word, start);
      case "NOT" -> add(Kind.MINUS, word, start);
      default -> {
        if (hasLetter(word)) {
          add(Kind.WORD, word, start);
        }
      }
    }
  }

  private boolean isWordCharacter() {
    char c = text.charAt(at);
    if (c == '(') {
      return attachedAt(at);
    }
    if (c == ',' && isDigit(at - 1) && isDigit(at + 1)) {
      return true;
    }
    return (" |)" + QUOTES + SEPARATORS).indexOf(c) < 0;
  }

  private boolean isDigit(int index) {
    return index >= 0 && index < text.length() && Character.isDigit(text.charAt(index));
  }

  private boolean attachedAt(int index) {
    Matcher attached = ATTACHED.matcher(text);
    attached.useTransparentBounds(true).region(index, text.length());
    return attached.lookingAt();
  }

  private static boolean hasLetter(String words) {
    return words.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  private void add(Kind kind, String word, int position) {
    tokens.add(new QueryToken(kind, word, position));
  }
}
