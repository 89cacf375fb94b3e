package dev.bongsu.config;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Messages of exceptions as single lines.
final class FailureText {
  private static final int MAX_CAUSES = 50;

  private FailureText() {}

  /// A failure and its causes, outermost first.
  static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(MAX_CAUSES);
  }

  /// The innermost cause.
  static Throwable root(Throwable failure) {
    return causes(failure).reduce(failure, (_, last) -> last);
  }

  /// The message of the innermost cause, as one line.
  static String rootMessage(Throwable failure) {
    return oneLine(root(failure).getMessage());
  }

  static String oneLine(@Nullable String message) {
    return String.valueOf(message).strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
