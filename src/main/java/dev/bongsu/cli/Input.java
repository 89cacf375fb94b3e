package dev.bongsu.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// One thing that a command is given: an address on the web, a file, or `-` for standard input.
///
/// @param source as it was written
record Input(String source) {
  private static final Pattern ADDRESS = Pattern.compile("(?i)https?://.*");
  private static final String STANDARD_INPUT = "-";

  /// The inputs of a command line. `@file` stands for the lines of a file, without blank ones.
  static List<Input> of(List<String> arguments) throws CommandProblem {
    List<Input> inputs = new ArrayList<>();
    for (String argument : arguments) {
      if (argument.startsWith("@")) {
        lines(argument.substring(1)).map(Input::new).forEach(inputs::add);
      } else {
        inputs.add(new Input(argument));
      }
    }
    return inputs;
  }

  private static java.util.stream.Stream<String> lines(String file) throws CommandProblem {
    byte[] bytes = read(file, Long.MAX_VALUE);
    return new String(bytes, StandardCharsets.UTF_8)
        .lines()
        .map(String::strip)
        .filter(l -> !l.isEmpty());
  }

  boolean isAddress() {
    return ADDRESS.matcher(source).matches();
  }

  URI address() throws CommandProblem {
    try {
      return new URI(source);
    } catch (URISyntaxException _) {
      throw new CommandProblem("not an address");
    }
  }

  /// The bytes of a file.
  ///
  /// @param maxBytes above which it is refused
  byte[] bytes(long maxBytes) throws CommandProblem {
    return read(source, maxBytes);
  }

  private static byte[] read(String file, long maxBytes) throws CommandProblem {
    try {
      if (file.equals(STANDARD_INPUT)) {
        return limited(
            System.in.readNBytes((int) Math.min(maxBytes + 1, Integer.MAX_VALUE - 8)), maxBytes);
      }
      Path path = Path.of(file);
      if (Files.isDirectory(path)) {
        throw new CommandProblem("is a folder");
      }
      if (!Files.exists(path)) {
        throw new CommandProblem("no such file");
      }
      if (Files.size(path) > maxBytes) {
        throw tooLarge(maxBytes);
      }
      return Files.readAllBytes(path);
    } catch (InvalidPathException _) {
      throw new CommandProblem("not a file name");
    } catch (IOException _) {
      throw new CommandProblem("cannot be read");
    }
  }

  private static byte[] limited(byte[] bytes, long maxBytes) throws CommandProblem {
    if (bytes.length > maxBytes) {
      throw tooLarge(maxBytes);
    }
    return bytes;
  }

  private static CommandProblem tooLarge(long maxBytes) {
    return new CommandProblem("larger than %d bytes (bongsu.http.max-body)".formatted(maxBytes));
  }
}
