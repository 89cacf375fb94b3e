package dev.bongsu.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// The file of an SQLite database. It holds subscriptions and secret addresses, so only its owner
/// may read it. SQLite gives its companion files the same mode.
final class SqliteFile {
  private SqliteFile() {}

  /// Creates the file and its folder, unless they exist.
  static void prepare(Path file) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      create(file);
    } catch (FileAlreadyExistsException _) {
      // keep it
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create " + file, e);
    }
  }

  private static void create(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      var ownersOnly = PosixFilePermissions.fromString("rw-------");
      Files.createFile(file, PosixFilePermissions.asFileAttribute(ownersOnly));
    }
  }
}
