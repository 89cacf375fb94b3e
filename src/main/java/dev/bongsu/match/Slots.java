package dev.bongsu.match;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/// A list without order that one thread changes while any number read without waiting. Adding and
/// removing take the same time however long it is.
final class Slots<T> {
  private static final VarHandle ITEM = MethodHandles.arrayElementVarHandle(Object[].class);

  private volatile @Nullable Object[] items = new Object[1];
  private int end;
  private int size;

  /// For the writer.
  ///
  /// @return the slot of the item, to remove it by
  int add(T item) {
    if (end == items.length) {
      items = Arrays.copyOf(items, end * 2);
    }
    ITEM.setRelease(items, end, item);
    size++;
    return end++;
  }

  /// For the writer. When fewer than half are left, all move together.
  ///
  /// @param moved is told of each item that has a new slot
  @SuppressWarnings("unchecked")
  void remove(int slot, ObjIntConsumer<T> moved) {
    ITEM.setRelease(items, slot, null);
    size--;
    if (size >= end / 2) {
      return;
    }
    @Nullable Object[] together = new Object[Math.max(1, Integer.highestOneBit(size) * 2)];
    int next = 0;
    for (int i = 0; i < end; i++) {
      Object item = items[i];
      if (item != null) {
        together[next] = item;
        moved.accept((T) item, next++);
      }
    }
    end = next;
    items = together;
  }

  @SuppressWarnings("unchecked")
  void forEach(Consumer<T> consumer) {
    @Nullable Object[] now = items;
    for (int i = 0; i < now.length; i++) {
      Object item = ITEM.getAcquire(now, i);
      if (item != null) {
        consumer.accept((T) item);
      }
    }
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }
}
