package dev.bongsu.query;

import dev.bongsu.query.ParsedQuery.Invalid;
import dev.bongsu.query.QueryToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Builds a query from the tokens of its text. Stops at the first problem.
final class QueryReader {
  private final List<QueryToken> tokens;
  private final Topics topics;
  private final int maxTerms;
  private int next;
  private int termCount;
  private final FirstProblem problems = new FirstProblem();

  QueryReader(String text, Topics topics, int maxTerms) {
    this.tokens = SmallOperators.read(new QueryLexer(text).tokenize());
    this.topics = topics;
    this.maxTerms = maxTerms;
  }

  /// The query; null if there is a problem, or nothing to search.
  @Nullable Query read() {
    Query query = isAllAbout() ? readAllAbout() : readAll();
    if (problems.isEmpty() && peek() != Kind.END) {
      reportAt(peekToken(), QueryProblem.UNBALANCED_PARENTHESIS);
    }
    return problems.isEmpty() ? query : null;
  }

  /// Whether `about:` stands alone in front, for the whole query.
  private boolean isAllAbout() {
    QueryToken first = peekToken();
    return first.kind() == Kind.FIELD
        && Field.isAbout(first.text())
        && tokens.get(1).position() > first.end()
        && tokens.get(1).kind().startsPart();
  }

  private @Nullable Query readAllAbout() {
    next++;
    Query part = readAll();
    return part == null ? null : new Query.About(part);
  }

  /// The first problem; null if there was none.
  @Nullable Invalid problem() {
    return problems.first();
  }

  private @Nullable Query readAll() {
    List<Query> units = new ArrayList<>();
    while (problems.isEmpty() && peek() != Kind.END && peek() != Kind.CLOSE) {
      if (peek() == Kind.AND) {
        readAnd(!units.isEmpty());
      } else if (peek().isExcept()) {
        readExcept(units);
      } else {
        addTo(units, readUnit());
      }
    }
    return joined(units, Query.And::new);
  }

  private void readAnd(boolean hasLeft) {
    QueryToken and = take();
    if (!hasLeft || !(peek().startsPart() || peek().isExcept())) {
      reportAt(and, QueryProblem.DANGLING_OPERATOR);
    }
  }

  /// 게임 빼고 and 게임 제외 at the end exclude what stands before, 제외 게임 what comes after.
  private void readExcept(List<Query> units) {
    QueryToken except = take();
    boolean hasBefore = !units.isEmpty() && !(units.getLast() instanceof Query.Not);
    if (hasBefore && (except.kind() == Kind.EXCEPT_BEFORE || !peek().startsPart())) {
      units.add(new Query.Not(units.removeLast()));
    } else if (peek().startsPart()) {
      Query part = readPart();
      addTo(units, part == null ? null : new Query.Not(part));
    } else {
      reportAt(except, QueryProblem.DANGLING_OPERATOR);
    }
  }

  private @Nullable Query readUnit() {
    List<Query> branches = new ArrayList<>();
    addTo(branches, readPart());
    while (problems.isEmpty() && peek() == Kind.OR) {
      QueryToken or = take();
      if (!peek().startsPart()) {
        reportAt(or, QueryProblem.DANGLING_OPERATOR);
        return null;
      }
      addTo(branches, readPart());
    }
    return joined(branches, Query.Or::new);
  }

  private static void addTo(List<Query> parts, @Nullable Query part) {
    if (part != null) {
      parts.add(part);
    }
  }

  private @Nullable Query readPart() {
    QueryToken token = take();
    return switch (token.kind()) {
      case WORD -> counted(new Query.Word(token.text()), token);
      case PHRASE -> counted(phrase(token), token);
      case EXACT -> counted(new Query.Exact(token.text()), token);
      case PREFIX -> readPrefix(token);
      case TOPIC -> readTopic(token);
      case FIELD -> readField(token);
      case MINUS -> readExcluded(token);
      case OPEN -> readGroup(token);
      case UNCLOSED_QUOTE -> reportAt(token, QueryProblem.UNCLOSED_QUOTE);
      case STRAY_STAR -> reportAt(token, QueryProblem.MISPLACED_STAR);
      case OR, AND, EXCEPT, EXCEPT_BEFORE, END -> reportAt(token, QueryProblem.DANGLING_OPERATOR);
      case CLOSE -> reportAt(token, QueryProblem.UNBALANCED_PARENTHESIS);
    };
  }

  private static Query phrase(QueryToken token) {
    boolean near = token.distance() > 0 && token.text().indexOf(' ') > 0;
    return near ? new Query.Near(token.text(), token.distance()) : new Query.Phrase(token.text());
  }

  private @Nullable Query readPrefix(QueryToken token) {
    return QueryChecks.isLongEnough(token.text())
        ? counted(new Query.Prefix(token.text()), token)
        : reportAt(token, QueryProblem.PREFIX_TOO_SHORT);
  }

  private @Nullable Query readTopic(QueryToken token) {
    Optional<Topic> topic = topics.find(token.text());
    if (topic.isPresent()) {
      return counted(new Query.Topic(topic.get().name()), token);
    }
    String near =
        topics.nearest(token.text()).stream().map(n -> "#" + n).collect(Collectors.joining(", "));
    return reportAt(token, QueryProblem.UNKNOWN_TOPIC, token.text(), near);
  }

  private @Nullable Query readField(QueryToken token) {
    String name = token.text();
    if (!Field.isName(name)) {
      String all = Field.labels().stream().map(f -> f + ":").collect(Collectors.joining(", "));
      return reportAt(token, QueryProblem.UNKNOWN_FIELD, name, all);
    }
    if (!peek().startsPart()) {
      return reportAt(token, QueryProblem.DANGLING_OPERATOR, name + ":");
    }
    Query value = readPart();
    if (value == null) {
      return null;
    }
    return Field.of(name)
        .<Query>map(field -> new FieldValueReader(field, problems, token).read(value))
        .orElseGet(() -> Field.isAbout(name) ? new Query.About(value) : new Query.InTitle(value));
  }

  private @Nullable Query counted(Query term, QueryToken token) {
    termCount++;
    return termCount > maxTerms
        ? reportAt(token, QueryProblem.TOO_MANY_TERMS, "" + maxTerms)
        : term;
  }

  private @Nullable Query readExcluded(QueryToken minus) {
    if (!peek().startsPart()) {
      return reportAt(minus, QueryProblem.DANGLING_OPERATOR);
    }
    Query part = readPart();
    return part == null ? null : new Query.Not(part);
  }

  private @Nullable Query readGroup(QueryToken open) {
    Query inside = readAll();
    if (problems.isEmpty() && peek() != Kind.CLOSE) {
      return reportAt(open, QueryProblem.UNBALANCED_PARENTHESIS);
    }
    next++;
    return inside;
  }

  /// A single part itself, several as one query; parts of the same kind are merged into it.
  static @Nullable Query joined(List<Query> parts, Function<List<Query>, ? extends Query> join) {
    if (parts.size() < 2) {
      return parts.isEmpty() ? null : parts.getFirst();
    }
    Query outer = join.apply(parts);
    List<Query> flat = new ArrayList<>();
    for (Query part : parts) {
      flat.addAll(part.getClass() == outer.getClass() ? part.parts() : List.of(part));
    }
    return join.apply(flat);
  }

  private @Nullable Query reportAt(QueryToken token, QueryProblem problem) {
    return reportAt(token, problem, token.text());
  }

  private @Nullable Query reportAt(QueryToken token, QueryProblem problem, String... arguments) {
    return problems.reportAt(token, problem, arguments);
  }

  private Kind peek() {
    return peekToken().kind();
  }

  private QueryToken take() {
    QueryToken token = peekToken();
    next++;
    return token;
  }

  private QueryToken peekToken() {
    return tokens.get(Math.min(next, tokens.size() - 1));
  }
}
