package dev.bongsu.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/// Temporary folders that are deleted when the virtual machine of the tests ends.
public final class TestFolders {
  private static final Path ROOT = root();

  private TestFolders() {}

  /// A new empty folder.
  public static Path create() {
    try {
      return Files.createTempDirectory(ROOT, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    try {
      Path root = Files.createTempDirectory("bongsu-tests");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(root)));
      return root;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path root) {
    try {
      FileSystemUtils.deleteRecursively(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
