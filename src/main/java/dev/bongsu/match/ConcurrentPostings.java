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
final class ConcurrentPostings<T extends PostingList<T>> implements PostingList<T> {
  private static final VarHandle ITEM = MethodHandles.arrayElementVarHandle(PostingList[].class);

  /// Grown, and moved together, as one.
  private static final class PostingArrays {
    final @Nullable PostingList<?>[] items;
    final int[] signatures;
    final long[] ids;

    PostingArrays(@Nullable PostingList<?>[] items, int[] signatures, long[] ids) {
      this.items = items;
      this.signatures = signatures;
      this.ids = ids;
    }

    PostingArrays(int capacity) {
      this(new PostingList<?>[capacity], new int[capacity], new long[capacity]);
    }

    PostingArrays copyWithCapacity(int capacity) {
      return new PostingArrays(
          Arrays.copyOf(items, capacity),
          Arrays.copyOf(signatures, capacity),
          Arrays.copyOf(ids, capacity));
    }
  }

  private volatile PostingArrays arrays = new PostingArrays(2);
  private int end;
  private int size;

  /// For the writer.
  ///
  /// @return the slot of the item, to remove it by
  int add(T item, int mark, long id) {
    PostingArrays now = arrays;
    if (end == now.items.length) {
      now = now.copyWithCapacity(Math.max(end + 2, end + (end >> 1)));
      arrays = now;
    }
    now.signatures[end] = mark;
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
    PostingArrays now = arrays;
    ITEM.setRelease(now.items, slot, null);
    size--;
    if (size >= end / 2) {
      return;
    }
    PostingArrays together = new PostingArrays(size + 2);
    int next = 0;
    for (int i = 0; i < end; i++) {
      PostingList<?> item = now.items[i];
      if (item != null) {
        together.items[next] = item;
        together.signatures[next] = now.signatures[i];
        together.ids[next] = now.ids[i];
        moved.accept((T) item, next++);
      }
    }
    end = next;
    arrays = together;
  }

  @Override
  @SuppressWarnings("unchecked")
  public void accept(Visitor<T> visitor) {
    PostingArrays now = arrays;
    for (int i = 0; i < now.items.length; i++) {
      int mark = now.signatures[i];
      if (visitor.mayMatch(mark)) {
        PostingList<T> item = (PostingList<T>) ITEM.getAcquire(now.items, i);
        // The mark may have come with the item, after we looked.
        if (item != null && (now.signatures[i] == mark || visitor.mayMatch(now.signatures[i]))) {
          visitor.visit(item, now.signatures[i], now.ids[i]);
        }
      }
    }
  }

  @Override
  public int size() {
    return size;
  }
}
