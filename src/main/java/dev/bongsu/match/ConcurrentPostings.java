package dev.bongsu.match;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/// An unordered list that one thread changes while any number read without locks. Signatures and
/// ids are stored in arrays beside the items: a reader skips most items by their signature and
/// needs only the id of most others, so few items are loaded. Adding and removing take constant
/// time.
final class ConcurrentPostings<T extends PostingList<T>> implements PostingList<T> {
  private static final VarHandle ITEM = MethodHandles.arrayElementVarHandle(PostingList[].class);

  /// Replaced as a whole when the list grows or is compacted.
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

  /// Adds an item to the list of a key. Writer thread only.
  ///
  /// @return the key's list from now on
  static <T extends PostingList<T>> PostingList<T> add(
      @Nullable PostingList<T> before, T item, PostingAccessor<T> accessor) {
    if (before == null) {
      return item;
    }
    ConcurrentPostings<T> postings =
        before instanceof ConcurrentPostings<T> several ? several : new ConcurrentPostings<>();
    if (postings != before) {
      postings.add(single(before), accessor);
    }
    postings.add(item, accessor);
    return postings;
  }

  /// Removes an item from the list of a key. Writer thread only.
  ///
  /// @return the key's list from now on; null if it is empty
  static <T extends PostingList<T>> @Nullable PostingList<T> remove(
      PostingList<T> before, T item, PostingAccessor<T> accessor) {
    if (!(before instanceof ConcurrentPostings<T> postings)) {
      return null;
    }
    postings.remove(accessor.slot(item), accessor::slot);
    return postings.size() == 0 ? null : postings;
  }

  @SuppressWarnings("unchecked")
  private static <T extends PostingList<T>> T single(PostingList<T> item) {
    return (T) item;
  }

  private void add(T item, PostingAccessor<T> accessor) {
    accessor.slot(item, add(item, accessor.signature(item), accessor.id(item)));
  }

  /// Writer thread only.
  ///
  /// @return the slot of the item, needed to remove it
  int add(T item, int signature, long id) {
    PostingArrays now = arrays;
    if (end == now.items.length) {
      now = now.copyWithCapacity(Math.max(end + 2, end + (end >> 1)));
      arrays = now;
    }
    now.signatures[end] = signature;
    now.ids[end] = id;
    ITEM.setRelease(now.items, end, item);
    size++;
    return end++;
  }

  /// Compacts the list when fewer than half of its slots are in use. Writer thread only.
  ///
  /// @param moved called for each item whose slot changed
  @SuppressWarnings("unchecked")
  void remove(int slot, ObjIntConsumer<T> moved) {
    PostingArrays now = arrays;
    ITEM.setRelease(now.items, slot, null);
    size--;
    if (size >= end / 2) {
      return;
    }
    PostingArrays compact = new PostingArrays(size + 2);
    int next = 0;
    for (int i = 0; i < end; i++) {
      PostingList<?> item = now.items[i];
      if (item != null) {
        compact.items[next] = item;
        compact.signatures[next] = now.signatures[i];
        compact.ids[next] = now.ids[i];
        moved.accept((T) item, next++);
      }
    }
    end = next;
    arrays = compact;
  }

  @Override
  @SuppressWarnings("unchecked")
  public void accept(Visitor<T> visitor) {
    PostingArrays now = arrays;
    for (int i = 0; i < now.items.length; i++) {
      int signature = now.signatures[i];
      if (visitor.mayMatch(signature)) {
        PostingList<T> item = (PostingList<T>) ITEM.getAcquire(now.items, i);
        // The writer may have filled the slot after the signature was read: test the current one.
        if (item != null
            && (now.signatures[i] == signature || visitor.mayMatch(now.signatures[i]))) {
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
