package dev.bongsu.cli;

import dev.bongsu.http.WebAddress;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/// One input of a command: a web address, a file, or `-` for standard input.
///
/// @param source as it was written
record Input(String source) {
  private static final Pattern ADDRESS = Pattern.compile("(?i)[a-z][a-z0-9+.-]*://.*");
  private static final String STANDARD_INPUT = "-";
  private static final int MAX_BYTES = Integer.MAX_VALUE - 8;

  /// The inputs an argument names: itself, or with `@` the lines of a file that are not blank.
  ///
  /// @throws CommandException if the file cannot be read
  static List<Input> of(String argument) throws CommandException {
    if (!argument.startsWith("@")) {
      return List.of(new Input(argument));
    }
    byte[] bytes = new Input(argument.substring(1)).bytes();
    return new String(bytes, StandardCharsets.UTF_8)
        .replaceFirst("^\uFEFF", "")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .map(Input::new)
        .toList();
  }

  boolean isAddress() {
    return ADDRESS.matcher(source).matches();
  }

  /// The address on the web.
  URI address() throws CommandException {
    return WebAddress.of(source)
        .orElseThrow(() -> new CommandException("not an http or https address"));
  }

  /// The file's name as a base address for relative links.
  URI fileAddress() throws CommandException {
    return path().toUri();
  }

  /// All bytes of the file.
  byte[] bytes() throws CommandException {
    return bytes(MAX_BYTES);
  }

  /// The bytes of the file.
  ///
  /// @param most the limit in bytes; a larger file is refused
  byte[] bytes(long most) throws CommandException {
    int limit = (int) Math.min(most, MAX_BYTES);
    try {
      byte[] bytes = read(limit < MAX_BYTES ? limit + 1 : limit);
      if (bytes.length > limit) {
        throw new CommandException("larger than %d bytes (bongsu.http.max-body)".formatted(limit));
      }
      return bytes;
    } catch (NoSuchFileException _) {
      throw new CommandException("no such file");
    } catch (AccessDeniedException _) {
      throw new CommandException("permission denied");
    } catch (IOException _) {
      throw new CommandException("cannot be read");
    }
  }

  /// Reads with a limit: a device or a pipe has no size and may never end.
  private byte[] read(int most) throws IOException, CommandException {
    if (source.equals(STANDARD_INPUT)) {
      return System.in.readNBytes(most);
    }
    Path path = path();
    if (Files.isDirectory(path)) {
      throw new CommandException("is a folder");
    }
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(most);
    }
  }

  private Path path() throws CommandException {
    try {
      return Path.of(source);
    } catch (InvalidPathException _) {
      return pathFromBytes();
    }
  }

  /// Under LANG=C Java refuses names beyond ASCII, but accepts a URI of their bytes.
  private Path pathFromBytes() throws CommandException {
    HexFormat percent = HexFormat.of().withPrefix("%");
    String bytes = percent.formatHex(source.getBytes(StandardCharsets.UTF_8));
    String folder = source.startsWith("/") ? "file:///" : Path.of("").toUri().toString();
    try {
      return Path.of(URI.create(folder + bytes.replaceFirst("^(%2f)+", "")));
    } catch (IllegalArgumentException _) {
      throw new CommandException("not a file name");
    }
  }
}
