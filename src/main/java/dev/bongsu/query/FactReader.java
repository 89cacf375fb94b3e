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
final class FactReader {
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

  private static final Pattern CODE = Pattern.compile("[a-z]{2}");

  /// What stands before and after the host in an address.
  private static final Pattern AROUND_HOST = Pattern.compile("^[a-z]+://|^www\\.|[/:?#].*$|\\.+$");

  private final FactField field;
  private final QueryReader reader;
  private final QueryToken token;

  FactReader(FactField field, QueryReader reader, QueryToken token) {
    this.field = field;
    this.reader = reader;
    this.token = token;
  }

  /// The fact or facts of a value; null if the reader was told of trouble.
  @Nullable Query read(Query value) {
    return switch (value) {
      case Query.Word(String text) -> fact(text);
      case Query.Phrase(String text) -> fact(text);
      case Query.Exact(String text) -> fact(text);
      case Query.Not(Query part) -> {
        Query inner = read(part);
        yield inner == null ? null : new Query.Not(inner);
      }
      case Query.And(List<Query> parts) -> all(parts).map(Query.And::new).orElse(null);
      case Query.Or(List<Query> parts) -> all(parts).map(Query.Or::new).orElse(null);
      case Query.Near _, Query.Prefix _, Query.Topic _, Query.InTitle _, Query.Fact _ ->
          reader.complainAt(token, QueryProblem.NO_VALUE, field.label() + ":");
    };
  }

  private Optional<List<Query>> all(List<Query> parts) {
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

  private @Nullable Query fact(String text) {
    return switch (field) {
      case LANG -> language(text.toLowerCase(Locale.ROOT));
      case SITE -> site(text.toLowerCase(Locale.ROOT));
      case SOURCE, CATEGORY, AUTHOR -> new Query.Fact(field, text);
    };
  }

  private @Nullable Query language(String name) {
    String code = LANGUAGES.getOrDefault(name, name);
    return CODE.matcher(code).matches()
        ? new Query.Fact(field, code)
        : reader.complainAt(token, QueryProblem.UNKNOWN_LANGUAGE, name);
  }

  private @Nullable Query site(String address) {
    String host = address;
    for (int i = 0; i < 3; i++) {
      host = AROUND_HOST.matcher(host).replaceAll("");
    }
    try {
      String ascii = IDN.toASCII(host);
      return ascii.isEmpty() || host.indexOf(' ') >= 0
          ? reader.complainAt(token, QueryProblem.NO_VALUE, field.label() + ":")
          : new Query.Fact(field, ascii);
    } catch (IllegalArgumentException _) {
      return reader.complainAt(token, QueryProblem.NO_VALUE, field.label() + ":");
    }
  }
}
