package dev.bongsu.match;

/// Where in an article the terms of a condition have to stand.
public enum Scope {
  TITLE,
  /// The title or the lead.
  LEAD,
  /// The title or the lead, or often in the body.
  ABOUT,
  ANYWHERE
}
