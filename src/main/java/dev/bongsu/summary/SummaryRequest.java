package dev.bongsu.summary;

import java.util.Collection;

/// What a summary is chosen by.
///
/// @param words what the reader subscribed to
record SummaryRequest(String title, String language, Collection<String> words) {
  /// In UTF-16 units.
  static final int MAX_LENGTH = 280;
}
