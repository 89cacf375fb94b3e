package dev.bongsu.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Prevents a second bot on one SQLite file. The operating system frees the lock when a process
/// dies.
public final class InstanceLock implements AutoCloseable {
  private final FileChannel channel;

  private InstanceLock(FileChannel channel) {
    this.channel = channel;
  }

  /// Takes the lock beside the database file.
  ///
  /// @throws AlreadyRunningException if a bot runs on this file
  public static InstanceLock acquire(Path database) {
    Path file = Path.of(database.toAbsolutePath() + ".lock");
    try {
      Path folder = file.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new AlreadyRunningException(database);
      }
      return new InstanceLock(channel);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock " + file, e);
    }
  }

  /// Whether a bot runs on this file. Takes no lock and creates no file.
  public static boolean isHeld(Path database) {
    Path file = Path.of(database.toAbsolutePath() + ".lock");
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return tryLock(channel) == null;
    } catch (IOException _) {
      return false;
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Another bot uses the database.
  public static final class AlreadyRunningException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AlreadyRunningException(Path database) {
      super(
          "another Bongsu runs on %s: stop it, or give this one its own database (spring.datasource.url)"
              .formatted(database));
    }
  }
}
