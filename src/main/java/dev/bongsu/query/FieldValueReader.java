package dev.bongsu.query;

import java.net.IDN;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the words after `source:` and so on as values of that field, each word of a group.
final class FieldValueReader {
  /// What people write beside the codes and the names of languages.
  private static final Map<String, String> LANGUAGE_ALIASES =
      Map.of("kr", "ko", "국문", "ko", "영문", "en", "jp", "ja", "cn", "zh");

  /// Codes by code and by name in English and Korean, in small letters.
  private static final Map<String, String> LANGUAGES = languages();

  /// The host of an address, with or without a scheme, a person's name and password, a path and a
  /// final dot.
  private static final Pattern HOST =
      Pattern.compile("(?:[a-z]+://)?(?:[^/?#@]*@)?(?:www\\.)?([^/:?#]*?)\\.*(?:[/:?#].*)?");

  private static Map<String, String> languages() {
    Map<String, String> codes = new HashMap<>();
    for (String code : Locale.getISOLanguages()) {
      Locale language = Locale.of(code);
      codes.put(language.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
      codes.put(language.getDisplayLanguage(Locale.KOREAN), code);
      codes.put(code, code);
    }
    codes.putAll(LANGUAGE_ALIASES);
    return codes;
  }

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
    String code = LANGUAGES.get(name);
    return code != null
        ? new Query.FieldValue(field, code)
        : problems.reportAt(token, QueryProblem.UNKNOWN_LANGUAGE, name);
  }

  /// The host of an address in small letters; blank if there is none.
  static String hostOf(String address) {
    Matcher matcher = HOST.matcher(address);
    return matcher.matches() ? matcher.group(1) : "";
  }

  private @Nullable Query site(String address) {
    String host = hostOf(address);
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
