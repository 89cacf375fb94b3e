package dev.bongsu.cli;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// A result of a check of `doctor`.
///
/// @param check the subject, one or two words in lower case
/// @param detail the result, one line without secrets
/// @param fix what the operator does about it; null if there is nothing to do
record Finding(String check, boolean ok, String detail, @Nullable String fix) {

  static Finding passed(String check, String detail) {
    return new Finding(check, true, detail, null);
  }

  static Finding unreachable(String check, URI url, String reason, String settings) {
    return failed(
        check,
        "%s does not answer: %s".formatted(url, reason),
        "check the network and any proxy, and " + settings);
  }

  static Finding failed(String check, String detail, String fix) {
    return new Finding(check, false, detail, fix);
  }
}
