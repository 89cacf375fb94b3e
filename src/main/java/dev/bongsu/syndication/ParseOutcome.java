package dev.bongsu.syndication;

/// What bytes turned out to be.
public sealed interface ParseOutcome {

  /// A feed, perhaps one without entries.
  record Parsed(ParsedFeed feed) implements ParseOutcome {}

  /// Something else, or broken beyond reading.
  ///
  /// @param reason for the operator, in words
  record NotAFeed(String reason) implements ParseOutcome {}
}
