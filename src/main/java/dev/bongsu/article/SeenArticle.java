package dev.bongsu.article;

import java.time.Instant;

/// What became of an entry of a feed.
///
/// @param state how far it has come
/// @param forgotten whether its text was cleared away for its age
/// @param seen when it was first seen
public record SeenArticle(Article article, State state, boolean forgotten, Instant seen) {

  /// How far an article has come.
  public enum State {
    /// It was there when its feed was first read: nobody is told.
    QUIET,
    /// It was old news when it was first seen: nobody is told.
    OLD,
    /// Its page is to be read.
    UNREAD,
    /// It was matched.
    READ
  }
}
