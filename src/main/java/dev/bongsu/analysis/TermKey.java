package dev.bongsu.analysis;

/// A number that a text has where a term stands in it.
///
/// @param secondaryKey another one that the text has too if the term stands there because of the
///   first; 0 if there is none
/// @param decisive whether the term stands in every text that has the key
public record TermKey(long key, long secondaryKey, boolean decisive) {}
