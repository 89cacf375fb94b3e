package dev.bongsu.query;

import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the words after `source:` and so on as values of that field, each word of a group.
final class FieldValueReader {
  private static final Map<String, String> LANGUAGES =
      Map.ofEntries(
          Map.entry("korean", "ko"),
          Map.entry("kr", "ko"),
          Map.entry("한국어", "ko"),
          Map.entry("국문", "ko"),
          Map.entry("english", "en"),
          Map.entry("영어", "en"),
          Map.entry("영문", "en"),
          Map.entry("japanese", "ja"),
          Map.entry("jp", "ja"),
          Map.entry("일본어", "ja"),
          Map.entry("chinese", "zh"),
          Map.entry("cn", "zh"),
          Map.entry("중국어", "zh"));

  private static final Pattern LANGUAGE_CODE = Pattern.compile("[a-z]{2}");

  /// The host of an address, with or without a scheme, a path and a final dot.
  private static final Pattern HOST =
      Pattern.compile("(?:[a-z]+://)?(?:www\\.)?([^/:?#]*?)\\.*(?:[/:?#].*)?");

  private final Field field;
  private final FirstProblem problems;
  private final QueryToken token;

  FieldValueReader(Field field, FirstProblem problems, QueryToken token) {
    this.field = field;
    this.problems = problems;
    this.token = token;
  }

  /// The field values of a query; null if a problem was reported.
  @Nullable Query read(Query value) {
    return switch (value) {
      case Query.Word(String text) -> fieldValue(text);
      case Query.Phrase(String text) -> fieldValue(text);
      case Query.Exact(String text) -> fieldValue(text);
      case Query.Not(Query part) -> {
        Query inner = read(part);
        yield inner == null ? null : new Query.Not(inner);
      }
      case Query.And(List<Query> parts) -> readAll(parts).map(Query.And::new).orElse(null);
      case Query.Or(List<Query> parts) -> readAll(parts).map(Query.Or::new).orElse(null);
      case Query.Near _,
          Query.Prefix _,
          Query.Topic _,
          Query.InTitle _,
          Query.About _,
          Query.FieldValue _ ->
          problems.reportAt(token, QueryProblem.NO_VALUE, field.label() + ":");
    };
  }

  private Optional<List<Query>> readAll(List<Query> parts) {
    List<Query> values = new ArrayList<>();
    for (Query part : parts) {
      Query value = read(part);
      if (value == null) {
        return Optional.empty();
      }
      values.add(value);
    }
    return Optional.of(values);
  }

  private @Nullable Query fieldValue(String text) {
    return switch (field) {
      case LANG -> language(text.toLowerCase(Locale.ROOT));
      case SITE -> site(text.toLowerCase(Locale.ROOT));
      case SOURCE, CATEGORY, AUTHOR -> new Query.FieldValue(field, text);
    };
  }

  private @Nullable Query language(String name) {
    String code = LANGUAGES.getOrDefault(name, name);
    return LANGUAGE_CODE.matcher(code).matches()
        ? new Query.FieldValue(field, code)
        : problems.reportAt(token, QueryProblem.UNKNOWN_LANGUAGE, name);
  }

  private @Nullable Query site(String address) {
    Matcher matcher = HOST.matcher(address);
    String host = matcher.matches() ? matcher.group(1) : "";
    try {
      String ascii = IDN.toASCII(host);
      return ascii.isEmpty() || host.indexOf(' ') >= 0
          ? problems.reportAt(token, QueryProblem.NO_VALUE, field.label() + ":")
          : new Query.FieldValue(field, ascii);
    } catch (IllegalArgumentException _) {
      return problems.reportAt(token, QueryProblem.NO_VALUE, field.label() + ":");
    }
  }
}
