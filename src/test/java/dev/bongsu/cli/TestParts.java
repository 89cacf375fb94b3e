package dev.bongsu.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/// The parts that a test gives to a command; to ask for another part fails.
final class TestParts implements Parts {
  private final Map<Class<?>, Supplier<?>> suppliers = new HashMap<>();

  <T> TestParts with(Class<T> type, Supplier<T> supplier) {
    suppliers.put(type, supplier);
    return this;
  }

  @Override
  public <T> T get(Class<T> type) {
    Supplier<?> supplier = suppliers.get(type);
    if (supplier == null) {
      throw new AssertionError("not used by this command: " + type);
    }
    return type.cast(supplier.get());
  }
}
