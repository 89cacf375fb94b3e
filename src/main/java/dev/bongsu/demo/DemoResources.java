package dev.bongsu.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The files that the newsroom is made of.
final class DemoResources {
  private DemoResources() {}

  /// A file of the folder `demo`, which is UTF-8.
  ///
  /// @throws IllegalArgumentException if there is none of that name
  static String text(String name) {
    try (InputStream file = DemoResources.class.getResourceAsStream("/demo/" + name)) {
      if (file == null) {
        throw new IllegalArgumentException("the program lacks its file demo/" + name);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
