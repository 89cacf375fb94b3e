package dev.bongsu;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// The mode of all files that the process makes: database, log and archive hold what people said.
final class OwnersFiles {
  /// Folders 0700, files 0600.
  private static final int OTHERS_NOTHING = 0b000_111_111;

  private OwnersFiles() {}

  /// From now on new files and folders are readable by their owner only. Java cannot set the mask
  /// of its process, so the C library does. Systems without it (Windows) have other means.
  @SuppressWarnings("restricted") // the jar's manifest enables native access
  static void protect() {
    Linker linker = Linker.nativeLinker();
    linker
        .defaultLookup()
        .find("umask")
        .map(
            umask ->
                linker.downcallHandle(
                    umask, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT)))
        .ifPresent(OwnersFiles::call);
  }

  private static void call(MethodHandle umask) {
    try {
      int ignored = (int) umask.invokeExact(OTHERS_NOTHING);
    } catch (Throwable e) {
      throw new IllegalStateException("umask does not fail", e);
    }
  }
}
