package dev.bongsu.query;

import dev.bongsu.chat.Translations;
import dev.bongsu.query.ParsedQuery.Invalid;
import dev.bongsu.query.Query.FieldValue;
import dev.bongsu.query.Query.InTitle;
import dev.bongsu.query.Query.Not;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Explains in a chat's language what a query finds, and why a query cannot be used.
public final class QueryWording {
  private final Translations wording;
  private final Topics topics;

  public QueryWording(Translations wording, Topics topics) {
    this.wording = wording;
    this.topics = topics;
  }

  /// The problem of a query, its position, and a suggestion: one to three lines.
  public static String problem(Translations wording, Invalid invalid) {
    String key = "query." + invalid.problem().name().toLowerCase(Locale.ROOT);
    List<String> lines = new ArrayList<>(List.of(wording.text(key, invalid.arguments().toArray())));
    if (invalid.position() > 0) {
      lines.add(wording.text("query.position", invalid.position() + 1));
    }
    if (!invalid.suggestion().isEmpty()) {
      lines.add(wording.text("query.suggestion", invalid.suggestion()));
    }
    return String.join("\n", lines);
  }

  /// One line that asks whether another query was meant.
  public static String hint(Translations wording, QueryHint hint) {
    return wording.text("hint." + hint.kind().name().toLowerCase(Locale.ROOT), hint.text());
  }

  /// A query in a sentence without a full stop: "articles that contain 훈련 and 회의, but not 야구".
  public String explain(Query query) {
    List<Query> parts = query instanceof Query.And(List<Query> all) ? all : List.of(query);
    List<Query> fields = parts.stream().filter(part -> part instanceof FieldValue).toList();
    List<Query> unwanted =
        parts.stream().filter(Not.class::isInstance).map(part -> ((Not) part).part()).toList();
    List<Query> wanted =
        parts.stream()
            .filter(part -> !(part instanceof FieldValue || part instanceof Not))
            .toList();
    String subject = wording.text("explain.articles");
    if (!fields.isEmpty()) {
      subject = wording.text("explain.of", subject, joined("explain.and", fields));
    }
    return clause(subject, wanted, unwanted);
  }

  private String clause(String subject, List<Query> wanted, List<Query> unwanted) {
    if (unwanted.isEmpty()) {
      return wanted.isEmpty()
          ? subject
          : wording.text("explain.with", subject, joined("explain.and", wanted));
    }
    String without = joined("explain.or", unwanted);
    return wanted.isEmpty()
        ? wording.text("explain.without", subject, without)
        : wording.text("explain.with_but", subject, joined("explain.and", wanted), without);
  }

  private String joined(String join, List<Query> parts) {
    String all = describePart(parts.getFirst(), parts.size());
    for (Query part : parts.subList(1, parts.size())) {
      all = wording.text(join, all, describePart(part, parts.size()));
    }
    return all;
  }

  /// A part among others; a group of several gets brackets.
  private String describePart(Query part, int among) {
    boolean group = part instanceof Query.And || part instanceof Query.Or;
    return group && among > 1 ? "(" + describe(part) + ")" : describe(part);
  }

  private String describe(Query query) {
    return switch (query) {
      case Query.Word(String text) -> text;
      case Query.Phrase(String text) -> "\"" + text + "\"";
      case Query.Near(String text, int distance) -> wording.text("explain.near", text, distance);
      case Query.Prefix(String text) -> wording.text("explain.prefix", text);
      case Query.Exact(String text) -> wording.text("explain.exact", text);
      case Query.Topic(String name) -> wording.text("explain.topic", name, title(name));
      case InTitle(Query part) -> wording.text("explain.in_title", describe(part));
      case Query.About(Query part) -> wording.text("explain.about", describe(part));
      case FieldValue(Field field, String value) ->
          wording.text("explain." + field.label(), language(field, value));
      case Query.And(List<Query> parts) -> joined("explain.and", parts);
      case Query.Or(List<Query> parts) -> joined("explain.or", parts);
      case Not(Query part) -> wording.text("explain.not", describePart(part, 2));
    };
  }

  private String title(String name) {
    return topics.find(name).map(t -> t.title().in(wording.language())).orElse(name);
  }

  private String language(Field field, String value) {
    return field == Field.LANG
        ? Locale.forLanguageTag(value).getDisplayLanguage(wording.language())
        : value;
  }
}
