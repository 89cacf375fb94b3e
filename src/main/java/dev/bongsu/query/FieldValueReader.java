package dev.bongsu.query;

import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes the words after `source:` and so on what they stand for; of a group each word.
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

  /// What stands before and after the host in an address.
  private static final Pattern AROUND_HOST = Pattern.compile("^[a-z]+://|^www\\.|[/:?#].*$|\\.+$");

  private final Field field;
  private final QueryReader reader;
  private final QueryToken token;

  FieldValueReader(Field field, QueryReader reader, QueryToken token) {
    this.field = field;
    this.reader = reader;
    this.token = token;
  }

  /// The fact or facts of a value; null if the reader was told of trouble.
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
      case Query.Near _, Query.Prefix _, Query.Topic _, Query.InTitle _, Query.FieldValue _ ->
          reader.reportAt(token, QueryProblem.NO_VALUE, field.label() + ":");
    };
  }

  private Optional<List<Query>> readAll(List<Query> parts) {
    List<Query> facts = new ArrayList<>();
    for (Query part : parts) {
      Query fact = read(part);
      if (fact == null) {
        return Optional.empty();
      }
      facts.add(fact);
    }
    return Optional.of(facts);
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
        : reader.reportAt(token, QueryProblem.UNKNOWN_LANGUAGE, name);
  }

  private @Nullable Query site(String address) {
    String host = address;
    for (int i = 0; i < 3; i++) {
      host = AROUND_HOST.matcher(host).replaceAll("");
    }
    try {
      String ascii = IDN.toASCII(host);
      return ascii.isEmpty() || host.indexOf(' ') >= 0
          ? reader.reportAt(token, QueryProblem.NO_VALUE, field.label() + ":")
          : new Query.FieldValue(field, ascii);
    } catch (IllegalArgumentException _) {
      return reader.reportAt(token, QueryProblem.NO_VALUE, field.label() + ":");
    }
  }
}
