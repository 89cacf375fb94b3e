package dev.bongsu.query;

import dev.bongsu.query.ParsedQuery.Invalid;
import dev.bongsu.query.ParsedQuery.Valid;
import dev.bongsu.query.QueryToken.Kind;
import dev.bongsu.text.KoreanParticles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads what a user writes.
///
/// ```
/// query  = unit unit …            all of them
/// unit   = part OR part OR …      at least one; `|` is the same
/// part   = -part | "a phrase" | (query) | word
/// ```
///
/// As in web search, `OR` takes only its two neighbours: `a b OR c d` means `a (b OR c) d`. `AND`
/// means what a blank means, `NOT` what a minus means; lower-case they are words.
public final class QueryParser {
  static final int MOST_CHARACTERS = 400;
  static final int MOST_TERMS = 32;

  private final List<QueryToken> tokens;
  private int next;
  private int terms;
  private @Nullable Invalid invalid;

  private QueryParser(List<QueryToken> tokens) {
    this.tokens = tokens;
  }

  /// Never fails, and takes time in proportion to the text's length, of which 400 characters count.
  public static ParsedQuery parse(String text) {
    if (text.isBlank()) {
      return new Invalid(QueryProblem.EMPTY, 0, List.of());
    }
    if (text.length() > MOST_CHARACTERS) {
      List<String> arguments = List.of("" + MOST_CHARACTERS, "" + text.length());
      return new Invalid(QueryProblem.TOO_LONG, MOST_CHARACTERS, arguments);
    }
    return new QueryParser(new QueryLexer(text).read()).parse();
  }

  private ParsedQuery parse() {
    if (tokens.stream().noneMatch(token -> isSearchable(token.kind()))) {
      return nothingToSearch();
    }
    Query query = readAll();
    if (invalid == null && peek() != Kind.END) {
      complain(QueryProblem.UNBALANCED_PARENTHESIS, peekToken().text());
    }
    if (invalid == null && query != null) {
      return checked(query);
    }
    return invalid == null ? nothingToSearch() : invalid;
  }

  /// Kinds that can make a query useful or be worth a better answer than "nothing to search".
  private static boolean isSearchable(Kind kind) {
    return switch (kind) {
      case WORD, PHRASE, UNCLOSED_QUOTE, OPEN, CLOSE, OR, MINUS, AND -> true;
      case END -> false;
    };
  }

  private static Invalid nothingToSearch() {
    return new Invalid(QueryProblem.NOTHING_TO_SEARCH, 0, List.of());
  }

  private ParsedQuery checked(Query query) {
    if (onlyParticles(query)) {
      return nothingToSearch();
    }
    Query loose = looseBranch(query);
    return loose == null
        ? new Valid(query)
        : new Invalid(QueryProblem.NOTHING_REQUIRED, 0, List.of(loose.print()));
  }

  private static boolean onlyParticles(Query query) {
    return switch (query) {
      case Query.Word(String word) -> KoreanParticles.isBareParticle(word);
      case Query.Phrase _ -> false;
      case Query.And(List<Query> parts) -> parts.stream().allMatch(QueryParser::onlyParticles);
      case Query.Or(List<Query> parts) -> parts.stream().allMatch(QueryParser::onlyParticles);
      case Query.Not(Query part) -> onlyParticles(part);
    };
  }

  /// The part that requires nothing although something has to; null if there is none.
  private static @Nullable Query looseBranch(Query query) {
    if (query.requiresSomething()) {
      return null;
    }
    if (query instanceof Query.Or(List<Query> parts)) {
      return parts.stream().filter(p -> !p.requiresSomething()).findFirst().orElse(query);
    }
    return query;
  }

  private @Nullable Query readAll() {
    List<Query> units = new ArrayList<>();
    while (invalid == null && peek() != Kind.END && peek() != Kind.CLOSE) {
      if (peek() == Kind.AND) {
        readAnd(!units.isEmpty());
        continue;
      }
      Query unit = readUnit();
      if (unit != null) {
        units.add(unit);
      }
    }
    return joined(units, Query.And::new);
  }

  private void readAnd(boolean hasLeft) {
    QueryToken and = peekToken();
    next++;
    if (!hasLeft || !startsPart(peek())) {
      complainAt(and, QueryProblem.DANGLING_OPERATOR);
    }
  }

  private @Nullable Query readUnit() {
    List<Query> branches = new ArrayList<>();
    addTo(branches, readPart());
    while (invalid == null && peek() == Kind.OR) {
      QueryToken or = peekToken();
      next++;
      if (!startsPart(peek())) {
        complainAt(or, QueryProblem.DANGLING_OPERATOR);
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
    QueryToken token = peekToken();
    next++;
    return switch (token.kind()) {
      case WORD -> counted(new Query.Word(token.text()), token);
      case PHRASE -> counted(new Query.Phrase(token.text()), token);
      case MINUS -> readExcluded(token);
      case OPEN -> readGroup(token);
      case UNCLOSED_QUOTE -> complainAt(token, QueryProblem.UNCLOSED_QUOTE);
      case OR, AND, END -> complainAt(token, QueryProblem.DANGLING_OPERATOR);
      case CLOSE -> complainAt(token, QueryProblem.UNBALANCED_PARENTHESIS);
    };
  }

  private @Nullable Query counted(Query term, QueryToken token) {
    terms++;
    if (terms > MOST_TERMS) {
      invalid =
          new Invalid(QueryProblem.TOO_MANY_TERMS, token.position(), List.of("" + MOST_TERMS));
      return null;
    }
    return term;
  }

  private @Nullable Query readExcluded(QueryToken minus) {
    if (!startsPart(peek())) {
      return complainAt(minus, QueryProblem.DANGLING_OPERATOR);
    }
    Query part = readPart();
    return part == null ? null : new Query.Not(part);
  }

  private @Nullable Query readGroup(QueryToken open) {
    Query inside = readAll();
    if (invalid == null && peek() != Kind.CLOSE) {
      return complainAt(open, QueryProblem.UNBALANCED_PARENTHESIS);
    }
    next++;
    return inside;
  }

  private static boolean startsPart(Kind kind) {
    return switch (kind) {
      case WORD, PHRASE, MINUS, OPEN, UNCLOSED_QUOTE -> true;
      case OR, AND, CLOSE, END -> false;
    };
  }

  /// One part as it is, more as one query with the parts of equal kind drawn up into it.
  private static @Nullable Query joined(
      List<Query> parts, Function<List<Query>, ? extends Query> join) {
    if (parts.size() < 2) {
      return parts.isEmpty() ? null : parts.getFirst();
    }
    Query outer = join.apply(parts);
    List<Query> flat = new ArrayList<>();
    for (Query part : parts) {
      boolean same = part.getClass() == outer.getClass();
      flat.addAll(same ? partsOf(part) : List.of(part));
    }
    return join.apply(flat);
  }

  private static List<Query> partsOf(Query query) {
    return switch (query) {
      case Query.And(List<Query> parts) -> parts;
      case Query.Or(List<Query> parts) -> parts;
      case Query.Word _, Query.Phrase _, Query.Not _ -> List.of(query);
    };
  }

  private void complain(QueryProblem problem, String argument) {
    invalid = new Invalid(problem, peekToken().position(), List.of(argument));
  }

  private @Nullable Query complainAt(QueryToken token, QueryProblem problem) {
    if (invalid == null) {
      invalid = new Invalid(problem, token.position(), List.of(token.text()));
    }
    return null;
  }

  private Kind peek() {
    return peekToken().kind();
  }

  private QueryToken peekToken() {
    return tokens.get(Math.min(next, tokens.size() - 1));
  }
}
