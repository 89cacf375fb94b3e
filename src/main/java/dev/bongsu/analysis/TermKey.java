package dev.bongsu.analysis;

/// A key of every text that contains a term.
///
/// @param secondaryKey another key of a text that has the term because of the first key; 0 if there
///   is none
/// @param decisive whether every text with the key contains the term
public record TermKey(long key, long secondaryKey, boolean decisive) {}
