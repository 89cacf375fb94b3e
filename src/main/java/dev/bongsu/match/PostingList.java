package dev.bongsu.match;

/// The items under one key of the index: a single item, which is its own list, or several. Most
/// keys have one item, and then no list object exists.
interface PostingList<T extends PostingList<T>> {

  /// Shows a visitor all items whose signature it accepts, in no order.
  void accept(Visitor<T> visitor);

  int size();

  /// Receives the items of a list.
  interface Visitor<T extends PostingList<T>> {

    /// Whether an item with this signature can match. Signature 0 always can.
    boolean mayMatch(int signature);

    /// Receives an item.
    ///
    /// @param item typed as a list: a cast to the item's class would load it from memory
    /// @param id see [PostingAccessor#id]
    void visit(PostingList<T> item, int signature, long id);
  }

  /// Reads and writes what an item stores about one of its keys.
  interface PostingAccessor<T> {
    int signature(T item);

    /// Identifies the item without loading it; 0 if nothing does.
    long id(T item);

    int slot(T item);

    void slot(T item, int slot);
  }
}
