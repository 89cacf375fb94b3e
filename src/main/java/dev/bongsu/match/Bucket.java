package dev.bongsu.match;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/// A list without order that one thread changes while any number read without waiting. Each item
/// has a mark, a number to look at before the item itself: most are passed over by their marks,
/// which stand side by side in memory, and of most others their id is all that is asked for. Adding
/// and removing take the same time however long the list is.
final class Bucket<T extends Pile<T>> implements Pile<T> {
  private static final VarHandle ITEM = MethodHandles.arrayElementVarHandle(Pile[].class);

  /// Grown, and moved together, as one.
  private static final class Rows {
    final @Nullable Pile<?>[] items;
    final int[] marks;
    final long[] ids;

    Rows(@Nullable Pile<?>[] items, int[] marks, long[] ids) {
      this.items = items;
      this.marks = marks;
      this.ids = ids;
    }

    Rows(int capacity) {
      this(new Pile<?>[capacity], new int[capacity], new long[capacity]);
    }

    Rows grown(int capacity) {
      return new Rows(
          Arrays.copyOf(items, capacity),
          Arrays.copyOf(marks, capacity),
          Arrays.copyOf(ids, capacity));
    }
  }

  private volatile Rows rows = new Rows(2);
  private int end;
  private int size;

  /// For the writer.
  ///
  /// @return the slot of the item, to remove it by
  int add(T item, int mark, long id) {
    Rows now = rows;
    if (end == now.items.length) {
      now = now.grown(Math.max(end + 2, end + (end >> 1)));
      rows = now;
    }
    now.marks[end] = mark;
    now.ids[end] = id;
    ITEM.setRelease(now.items, end, item);
    size++;
    return end++;
  }

  /// For the writer. When fewer than half are left, all move together.
  ///
  /// @param moved is told of each item that has a new slot
  @SuppressWarnings("unchecked")
  void remove(int slot, ObjIntConsumer<T> moved) {
    Rows now = rows;
    ITEM.setRelease(now.items, slot, null);
    size--;
    if (size >= end / 2) {
      return;
    }
    Rows together = new Rows(size + 2);
    int next = 0;
    for (int i = 0; i < end; i++) {
      Pile<?> item = now.items[i];
      if (item != null) {
        together.items[next] = item;
        together.marks[next] = now.marks[i];
        together.ids[next] = now.ids[i];
        moved.accept((T) item, next++);
      }
    }
    end = next;
    rows = together;
  }

  @Override
  @SuppressWarnings("unchecked")
  public void visit(Visitor<T> visitor) {
    Rows now = rows;
    for (int i = 0; i < now.items.length; i++) {
      int mark = now.marks[i];
      if (visitor.wants(mark)) {
        Pile<T> item = (Pile<T>) ITEM.getAcquire(now.items, i);
        // The mark may have come with the item, after we looked.
        if (item != null && (now.marks[i] == mark || visitor.wants(now.marks[i]))) {
          visitor.take(item, now.marks[i], now.ids[i]);
        }
      }
    }
  }

  @Override
  public int size() {
    return size;
  }
}
