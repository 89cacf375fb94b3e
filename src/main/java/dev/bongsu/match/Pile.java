package dev.bongsu.match;

import org.jspecify.annotations.Nullable;

/// What stands in one place of the index: one item, or a list of them. Most places have one, and
/// then need no list.
sealed interface Pile<T extends Pile<T>> permits Leaf, Filed, Bucket {

  /// Lets a visitor see all items that it wants, in no order.
  void visit(Visitor<T> visitor);

  int size();

  /// Looks at items.
  interface Visitor<T extends Pile<T>> {

    /// Whether an item of this mark is worth taking; 0 always is.
    boolean wants(int mark);

    /// Takes an item.
    ///
    /// @param item not yet told to be one rather than several: even that would be a look at it
    /// @param id see [Place#id]
    void take(Pile<T> item, int mark, long id);
  }

  /// A place of the index, which knows what its items keep about it.
  interface Place<T> {
    int mark(T item);

    /// What stands for the item, so that nobody has to look at it; 0 if nothing does.
    long id(T item);

    int slot(T item);

    void slot(T item, int slot);
  }

  /// Puts one more item into a place. For the writer.
  ///
  /// @return what stands there now
  static <T extends Pile<T>> Pile<T> with(@Nullable Pile<T> before, T item, Place<T> place) {
    if (before == null) {
      return item;
    }
    Bucket<T> bucket = before instanceof Bucket<T> several ? several : new Bucket<>();
    if (bucket != before) {
      T other = single(before);
      place.slot(other, bucket.add(other, place.mark(other), place.id(other)));
    }
    place.slot(item, bucket.add(item, place.mark(item), place.id(item)));
    return bucket;
  }

  /// Takes an item out of a place. For the writer.
  ///
  /// @return what stands there now
  static <T extends Pile<T>> @Nullable Pile<T> without(Pile<T> before, T item, Place<T> place) {
    if (!(before instanceof Bucket<T> bucket)) {
      return null;
    }
    bucket.remove(place.slot(item), place::slot);
    return bucket.size() == 0 ? null : bucket;
  }

  @SuppressWarnings("unchecked")
  private static <T extends Pile<T>> T single(Pile<T> pile) {
    return (T) pile;
  }
}
