package dev.bongsu.match;

import org.jspecify.annotations.Nullable;

/// What stands in one place of the index: one item, or a list of them. Most places have one, and
/// then need no list.
sealed interface PostingList<T extends PostingList<T>>
    permits Atom, IndexedQuery, ConcurrentPostings {

  /// Lets a visitor see all items that it wants, in no order.
  void accept(Visitor<T> visitor);

  int size();

  /// Looks at items.
  interface Visitor<T extends PostingList<T>> {

    /// Whether an item of this mark is worth taking; 0 always is.
    boolean mayMatch(int mark);

    /// Takes an item.
    ///
    /// @param item not yet told to be one rather than several: even that would be a look at it
    /// @param id see [PostingAccessor#id]
    void visit(PostingList<T> item, int mark, long id);
  }

  /// A place of the index, which knows what its items keep about it.
  interface PostingAccessor<T> {
    int signature(T item);

    /// What stands for the item, so that nobody has to look at it; 0 if nothing does.
    long id(T item);

    int slot(T item);

    void slot(T item, int slot);
  }

  /// Puts one more item into a place. For the writer.
  ///
  /// @return what stands there now
  static <T extends PostingList<T>> PostingList<T> add(
      @Nullable PostingList<T> before, T item, PostingAccessor<T> place) {
    if (before == null) {
      return item;
    }
    ConcurrentPostings<T> bucket =
        before instanceof ConcurrentPostings<T> several ? several : new ConcurrentPostings<>();
    if (bucket != before) {
      T other = single(before);
      place.slot(other, bucket.add(other, place.signature(other), place.id(other)));
    }
    place.slot(item, bucket.add(item, place.signature(item), place.id(item)));
    return bucket;
  }

  /// Takes an item out of a place. For the writer.
  ///
  /// @return what stands there now
  static <T extends PostingList<T>> @Nullable PostingList<T> remove(
      PostingList<T> before, T item, PostingAccessor<T> place) {
    if (!(before instanceof ConcurrentPostings<T> bucket)) {
      return null;
    }
    bucket.remove(place.slot(item), place::slot);
    return bucket.size() == 0 ? null : bucket;
  }

  @SuppressWarnings("unchecked")
  private static <T extends PostingList<T>> T single(PostingList<T> pile) {
    return (T) pile;
  }
}
