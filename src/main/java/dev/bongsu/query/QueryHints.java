package dev.bongsu.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds what else a person may have meant by a usable query of plain words.
final class QueryHints {
  private static final int MIN_SENTENCE_WORDS = 7;
  private static final int MIN_REQUEST_WORDS = 4;
  private static final int MAX_SUBJECT_WORDS = 3;
  private static final int MAX_ITEM_WORDS = 3;
  private static final Pattern LIST_SEPARATOR = Pattern.compile("[;、；]|[,，](?!\\d)|(?<!\\d)[,，]");

  private static final Pattern HOST =
      Pattern.compile(
          "(?<![\\p{L}\\d.@:/-])(?:[a-z0-9-]{2,}\\.)+([a-z]{2,6})(?:/\\S*)?(?![\\p{L}\\d.-])");

  private static final Set<String> GENERIC_DOMAINS =
      Set.of("com", "net", "org", "info", "news", "gov", "edu", "mil", "int", "biz");

  private static final Set<String> COUNTRY_DOMAINS =
      Stream.of(Locale.getISOCountries())
          .map(code -> code.toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());

  /// Words that are said to the bot, and stand in few articles.
  private static final Set<String> REQUESTS =
      words(
          "관련 관련된 관련한 관한 관해 관하여 대한 대해 대해서 알려줘 알려주세요 보내줘 보내주세요 찾아줘"
              + " 찾아주세요 보여줘 보여주세요 구독 구독해줘 구독할래 받고 싶어 싶어요 싶습니다 궁금해 궁금해요"
              + " me about regarding concerning");

  /// Words that are part of a request, and otherwise of subjects.
  private static final Set<String> FILLERS =
      words(
          "기사 기사를 기사만 뉴스 뉴스를 뉴스만 소식 소식을 소식만 알림 알림을 좀 모두 모든 전부 최신 주세요 줘 please tell notify alert"
              + " send show inform give news article articles story stories updates update on of in"
              + " for i i'd like want to know a an the any anything all everything latest"
              + " interested am i'm related can could you would when there is");

  private static final Set<String> LAST_FILLERS =
      words("기사 뉴스 소식 news article articles stories updates");

  private static final Set<String> FIRST_FILLERS =
      words(
          "i i'd i'm please tell notify alert send show give inform news articles stories updates"
              + " anything everything");

  /// How Korean verbs and adjectives end, of which a subject has few.
  private static final Pattern PREDICATE =
      Pattern.compile(".*(?:다|는|한|할|된|될|하고|하며|해서|해요|했고|까|요|으로|에서|라고|위해|위한|.{2}(?:로|을|를|에|의))");

  private QueryHints() {}

  private static Set<String> words(String all) {
    return Set.of(all.split(" "));
  }

  /// Candidates, the likeliest first; some may not be usable.
  static List<QueryHint> of(String text, Query query) {
    List<QueryHint> hints = new ArrayList<>();
    either(text).ifPresent(hints::add);
    if (query.selfAndDescendants().allMatch(QueryHints::isPlain)) {
      List<String> words = List.of(text.strip().split("[\\s,;、，；]+"));
      site(text).ifPresent(hints::add);
      excluded(text).ifPresent(hints::add);
      request(words).ifPresent(hints::add);
      list(text).ifPresent(hints::add);
      sentence(words).ifPresent(hints::add);
    }
    return hints;
  }

  private static boolean isPlain(Query part) {
    return part instanceof Query.Word || part instanceof Query.And;
  }

  private static Optional<QueryHint> either(String text) {
    String all =
        Stream.of(text.strip().split(" "))
            .map(word -> QueryLexer.isJoined(word) ? word.replaceAll("[/·ㆍ・‧∙]", " ") : word)
            .collect(Collectors.joining(" "));
    return all.equals(text.strip())
        ? Optional.empty()
        : Optional.of(new QueryHint(QueryHint.Kind.EITHER, all));
  }

  private static Optional<QueryHint> site(String text) {
    Matcher host = HOST.matcher(text);
    if (!host.find() || !isDomain(host.group(1))) {
      return Optional.empty();
    }
    String site = "site:" + FieldValueReader.hostOf(host.group());
    String other = text.substring(0, host.start()) + site + text.substring(host.end());
    return Optional.of(new QueryHint(QueryHint.Kind.SITE, other.strip()));
  }

  private static boolean isDomain(String last) {
    return GENERIC_DOMAINS.contains(last) || COUNTRY_DOMAINS.contains(last);
  }

  private static Optional<QueryHint> excluded(String text) {
    String other = text.strip().replaceAll("(?i)(?<=\\S )not +(?=[\\p{L}\\p{N}])", "-");
    return other.equals(text.strip())
        ? Optional.empty()
        : Optional.of(new QueryHint(QueryHint.Kind.EXCLUDED, other));
  }

  private static Optional<QueryHint> request(List<String> words) {
    boolean asked =
        words.stream().anyMatch(word -> REQUESTS.contains(plain(word)))
            || LAST_FILLERS.contains(plain(words.getLast()))
            || (words.size() >= MIN_REQUEST_WORDS
                && FIRST_FILLERS.contains(plain(words.getFirst())));
    String subject =
        words.stream()
            .map(QueryHints::withoutMarks)
            .filter(word -> !REQUESTS.contains(plain(word)) && !FILLERS.contains(plain(word)))
            .collect(Collectors.joining(" "));
    return asked && !subject.isBlank()
        ? Optional.of(new QueryHint(QueryHint.Kind.REQUEST, subject))
        : Optional.empty();
  }

  private static String withoutMarks(String word) {
    return QueryWord.of(word).text();
  }

  private static String plain(String word) {
    return withoutMarks(word).toLowerCase(Locale.ROOT);
  }

  private static Optional<QueryHint> list(String text) {
    List<String> items =
        Stream.of(LIST_SEPARATOR.split(text))
            .map(String::strip)
            .filter(QueryWord::hasLetterOrDigit)
            .toList();
    boolean isShort = items.stream().allMatch(item -> item.split(" ").length <= MAX_ITEM_WORDS);
    return items.size() < 2 || !isShort
        ? Optional.empty()
        : Optional.of(
            new QueryHint(
                QueryHint.Kind.LIST,
                items.stream().map(QueryHints::grouped).collect(Collectors.joining(" OR "))));
  }

  private static String grouped(String item) {
    return item.indexOf(' ') < 0 ? item : "(" + item + ")";
  }

  /// The longest words are likely to say what it is about.
  private static Optional<QueryHint> sentence(List<String> words) {
    List<String> named =
        words.stream()
            .map(QueryHints::withoutMarks)
            .filter(word -> !QueryChecks.isStopWord(word))
            .filter(word -> !PREDICATE.matcher(word).matches())
            .distinct()
            .toList();
    List<String> longest =
        named.stream()
            .sorted(Comparator.comparingInt(word -> -QueryChecks.weight(word)))
            .limit(MAX_SUBJECT_WORDS)
            .toList();
    return words.size() < MIN_SENTENCE_WORDS || longest.size() < 2
        ? Optional.empty()
        : Optional.of(
            new QueryHint(
                QueryHint.Kind.SENTENCE,
                named.stream().filter(longest::contains).collect(Collectors.joining(" "))));
  }
}
