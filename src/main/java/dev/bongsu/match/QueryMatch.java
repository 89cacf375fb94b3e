package dev.bongsu.match;

import java.util.List;

/// How one query matches one text.
///
/// @param spans what made it match, see [Match]
/// @param where the narrowest part in which the whole query holds: [Scope#TITLE], [Scope#LEAD] or
///   [Scope#ANYWHERE]
/// @param about whether `about:` in front of the query would match too
public record QueryMatch(List<Span> spans, Scope where, boolean about) {
  public QueryMatch {
    spans = List.copyOf(spans);
  }
}
