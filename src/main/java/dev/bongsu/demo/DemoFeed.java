package dev.bongsu.demo;

import java.util.Locale;

/// The feed that a story appears in.
enum DemoFeed {
  /// Korean, RSS 2.0 in EUC-KR.
  RSS,
  /// English and Korean, Atom in UTF-8.
  ATOM;

  static DemoFeed of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
