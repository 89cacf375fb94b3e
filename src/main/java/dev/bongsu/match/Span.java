package dev.bongsu.match;

/// A stretch of a text that made a query match.
///
/// @param start UTF-16 offset into the text as given, inclusive
/// @param end exclusive
public record Span(int start, int end) {}
