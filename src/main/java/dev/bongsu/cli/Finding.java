package dev.bongsu.cli;

import org.jspecify.annotations.Nullable;

/// What a check of `doctor` found.
///
/// @param check what was looked at: a word or two in lower case
/// @param detail how it is, in one line without secrets
/// @param fix what the operator does about it; null if all is well
record Finding(String check, boolean ok, String detail, @Nullable String fix) {

  static Finding passed(String check, String detail) {
    return new Finding(check, true, detail, null);
  }

  static Finding failed(String check, String detail, String fix) {
    return new Finding(check, false, detail, fix);
  }
}
