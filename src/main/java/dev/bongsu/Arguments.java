package dev.bongsu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// The command line in UTF-8, whatever the locale. Under LANG=C Java loses all characters beyond
/// ASCII before `main` starts; Linux still has them.
final class Arguments {
  private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");
  private static final String REPLACEMENT = "\uFFFD";

  private Arguments() {}

  /// The arguments as typed; the unchanged arguments if the system does not provide them.
  static String[] inUtf8(String... arguments) {
    if (Arrays.stream(arguments).noneMatch(argument -> argument.contains(REPLACEMENT))) {
      return arguments;
    }
    try {
      return restore(Files.readAllBytes(COMMAND_LINE), arguments);
    } catch (IOException _) {
      return arguments;
    }
  }

  /// The last words of a command line.
  ///
  /// @param commandLine each word ended by a NUL
  /// @param arguments with replacement characters
  static String[] restore(byte[] commandLine, String... arguments) {
    String[] words = new String(commandLine, StandardCharsets.UTF_8).split("\0", -1);
    int end = words.length - 1;
    return end < arguments.length
        ? arguments
        : Arrays.copyOfRange(words, end - arguments.length, end);
  }
}
