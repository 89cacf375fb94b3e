package dev.bongsu.query;

import dev.bongsu.query.QueryToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Splits a query's text into words, phrases and signs. Tolerates what keyboards and copying
/// produce: curly quotes, full-width signs, commas between words, blanks of any kind and number.
final class QueryLexer {
  private static final String QUOTES = "\"“”„‟«»「」『』《》";
  private static final String MINUS_SIGNS = "-–—−";
  private static final String SEPARATORS = ",;、，；";
  private static final String EXCEPT = "제외";
  private static final int DEFAULT_DISTANCE = 5;
  private static final int MAX_DISTANCE = 100;

  /// A company's form before or after its name, (주)한화: no group, though it looks like one.
  private static final Pattern COMPANY_FORM =
      Pattern.compile("\\(\\p{L}{1,3}\\)(?=[\\p{L}\\p{N}])|(?<=[\\p{L}\\p{N}])\\(\\p{L}{1,3}\\)");

  private static final Pattern TOPIC = Pattern.compile("#([\\p{L}\\p{N}][\\p{L}\\p{N}_-]*)");
  private static final Pattern NEAR = Pattern.compile(" ?[~∼〜](\\d{0,9})(?![\\p{L}\\p{N}])");

  /// An operator glued to the next word, or to both words around it.
  private static final Pattern GLUED =
      Pattern.compile("([가-힣]{2,}?)??(또는)[가-힣]{2,}|[가-힣]{2,}?(?=빼고$|제외하고$)");

  /// Words joined by a sign that no name has between long words, unlike TCP/IP and 한·미.
  private static final Pattern JOINED =
      Pattern.compile(
          "(?:[가-힣]{2,}|\\p{IsLatin}{3,})(?:([/·ㆍ・‧∙+])(?:[가-힣]{2,}|\\p{IsLatin}{3,})(?!\\+))+");

  /// A name before a colon, unless it begins an address.
  private static final Pattern FIELD = Pattern.compile("(\\p{L}{2,}):(?!//)");

  private final String text;
  private final List<QueryToken> tokens = new ArrayList<>();
  private int at;

  QueryLexer(String given) {
    this.text = normalize(given);
  }

  /// The same text, character for character, with full-width signs and odd blanks made plain.
  private static String normalize(String given) {
    StringBuilder plain = new StringBuilder(given.length());
    for (int i = 0; i < given.length(); i++) {
      plain.append(normalize(given.charAt(i)));
    }
    return plain.toString();
  }

  private static char normalize(char c) {
    if (c >= '\uFF01' && c <= '\uFF5E') {
      return (char) (c - 0xFEE0);
    }
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0 ? ' ' : c;
  }

  /// All tokens in order, ended by one of kind `END`; at most one unclosed quote, before the end.
  List<QueryToken> tokenize() {
    while (at < text.length()) {
      readToken();
    }
    add(Kind.END, "", text.length());
    return tokens;
  }

  private void readToken() {
    char c = text.charAt(at);
    if (c == ' ' || SEPARATORS.indexOf(c) >= 0) {
      at++;
    } else if (QUOTES.indexOf(c) >= 0) {
      readPhrase(Kind.PHRASE, at);
    } else if (MINUS_SIGNS.indexOf(c) >= 0) {
      readMinus();
    } else if (c == '!' && at + 1 < text.length() && isExcludedAt(at + 1)) {
      at++;
      add(Kind.MINUS, "!", at - 1);
    } else if (c == '=') {
      readExact();
    } else if (readSign(c) || readTopic() || readField()) {
      return;
    } else if (QueryWord.isLeadingPunctuation(c)) {
      at++;
    } else {
      readWord();
    }
  }

  private boolean readSign(char c) {
    if (c == '|') {
      int start = at;
      while (at < text.length() && text.charAt(at) == '|') {
        at++;
      }
      add(Kind.OR, "|", start);
    } else if (c == '(' && !isCompanyFormAt(at)) {
      at++;
      add(Kind.OPEN, "(", at - 1);
    } else if (c == ')') {
      at++;
      add(Kind.CLOSE, ")", at - 1);
    } else {
      return false;
    }
    return true;
  }

  private boolean isExcludedAt(int index) {
    char c = text.charAt(index);
    return Character.isLetterOrDigit(c) || QUOTES.indexOf(c) >= 0 || "(#".indexOf(c) >= 0;
  }

  private void readMinus() {
    int start = at;
    while (at < text.length() && MINUS_SIGNS.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    add(Kind.MINUS, "-", start);
    if (at == text.length() || text.charAt(at) == ' ') {
      // A minus followed by a blank excludes nothing; the parser reports it.
      add(Kind.AND, "-", start);
    }
  }

  private void readPhrase(Kind kind, int start) {
    int open = at;
    int close = open + 1;
    while (close < text.length() && QUOTES.indexOf(text.charAt(close)) < 0) {
      close++;
    }
    at = Math.min(close + 1, text.length());
    if (close == text.length()) {
      add(Kind.UNCLOSED_QUOTE, "\"", open);
      return;
    }
    String words = text.substring(open + 1, close).strip().replaceAll(" +", " ");
    int distance = kind == Kind.PHRASE ? readDistance() : 0;
    if (QueryWord.hasLetterOrDigit(words)) {
      tokens.add(new QueryToken(kind, words, start, at, distance));
    }
  }

  /// The distance from a near sign after a phrase; 0 if there is none.
  private int readDistance() {
    Matcher near = NEAR.matcher(text).region(at, text.length());
    if (!near.lookingAt()) {
      return 0;
    }
    at = near.end();
    String number = near.group(1);
    return number.isEmpty() ? DEFAULT_DISTANCE : Math.min(Integer.parseInt(number), MAX_DISTANCE);
  }

  private void readExact() {
    int start = at;
    while (at < text.length() && text.charAt(at) == '=') {
      at++;
    }
    if (at < text.length() && QUOTES.indexOf(text.charAt(at)) >= 0) {
      readPhrase(Kind.EXACT, start);
    } else if (at < text.length() && isWordCharacter()) {
      QueryWord word = QueryWord.of(rawWord());
      add(word.prefix() ? Kind.PREFIX : Kind.EXACT, word, start);
    }
  }

  private boolean readTopic() {
    Matcher topic = TOPIC.matcher(text).region(at, text.length());
    if (!topic.lookingAt()) {
      return false;
    }
    int start = at;
    at = topic.end();
    add(Kind.TOPIC, topic.group(1).replaceAll("-+$", ""), start);
    return true;
  }

  /// Reads the name of a field. An unknown name counts only if a value follows without a blank: in
  /// "주제: 회의" the colon is punctuation.
  private boolean readField() {
    Matcher field = FIELD.matcher(text).region(at, text.length());
    if (!field.lookingAt()) {
      return false;
    }
    int end = field.end();
    boolean followed = end < text.length() && text.charAt(end) != ' ' && text.charAt(end) != ')';
    if (!followed && !Field.isName(field.group(1))) {
      return false;
    }
    int start = at;
    at = end;
    add(field.group(1).equals(EXCEPT) ? Kind.EXCEPT : Kind.FIELD, field.group(1), start);
    return true;
  }

  private void readWord() {
    int start = at;
    QueryWord word = QueryWord.of(splitGlued(rawWord()));
    if (JOINED.matcher(word.text()).matches() && !word.prefix()) {
      addJoined(word.text(), start);
      return;
    }
    switch (word.text()) {
      case "OR", "또는", "혹은" -> add(Kind.OR, word.text(), start);
      case "AND", "그리고", "및" -> add(Kind.AND, word.text(), start);
      case "NOT" -> add(Kind.MINUS, word.text(), start);
      case EXCEPT -> add(Kind.EXCEPT, word.text(), start);
      case "빼고", "뺀", "빼면", "말고", "제외하고", "제외한", "제외하면" ->
          add(Kind.EXCEPT_BEFORE, word.text(), start);
      default -> add(word.prefix() ? Kind.PREFIX : Kind.WORD, word, start);
    }
  }

  /// Whether signs in a word make alternatives of its pieces.
  static boolean isJoined(String word) {
    return word.indexOf('+') < 0 && JOINED.matcher(word).matches();
  }

  /// 해킹/유출 is either word, 해킹+유출 both.
  private void addJoined(String words, int start) {
    add(Kind.OPEN, "(", start);
    for (String piece : words.split("(?<=[/·ㆍ・‧∙+])|(?=[/·ㆍ・‧∙+])")) {
      if (QueryWord.hasLetterOrDigit(piece) && !piece.equals("ㆍ")) {
        add(Kind.WORD, piece, start);
      } else if (!piece.equals("+")) {
        add(Kind.OR, piece, start);
      }
    }
    add(Kind.CLOSE, ")", start);
  }

  /// The first piece of words glued to an operator; the rest is read next.
  private String splitGlued(String raw) {
    Matcher glued = GLUED.matcher(raw);
    if (!glued.lookingAt() || (glued.group(2) != null && glued.end() < raw.length())) {
      return raw;
    }
    int operator = glued.group(2) == null ? glued.end() : glued.start(2);
    String first = raw.substring(0, operator == 0 ? glued.end(2) : operator);
    at -= raw.length() - first.length();
    return first;
  }

  private String rawWord() {
    int start = at;
    while (at < text.length() && isWordCharacter()) {
      at += text.charAt(at) == '(' ? text.indexOf(')', at) + 1 - at : 1;
    }
    return text.substring(start, at);
  }

  private boolean isWordCharacter() {
    char c = text.charAt(at);
    if (c == '(') {
      return isCompanyFormAt(at);
    }
    if (c == ',' && isDigit(at - 1) && isDigit(at + 1)) {
      return true;
    }
    return (" |)" + QUOTES + SEPARATORS).indexOf(c) < 0;
  }

  private boolean isDigit(int index) {
    return index >= 0 && index < text.length() && Character.isDigit(text.charAt(index));
  }

  private boolean isCompanyFormAt(int index) {
    Matcher attached = COMPANY_FORM.matcher(text);
    attached.useTransparentBounds(true).region(index, text.length());
    return attached.lookingAt();
  }

  private void add(Kind kind, QueryWord word, int position) {
    if (word.text().indexOf('*') >= 0) {
      add(Kind.STRAY_STAR, word.text(), position);
    } else if (QueryWord.hasLetterOrDigit(word.text())) {
      add(kind, word.text(), position);
    }
  }

  private void add(Kind kind, String word, int position) {
    tokens.add(new QueryToken(kind, word, position, at, 0));
  }
}
