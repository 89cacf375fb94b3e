package dev.bongsu.syndication;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where the items of a cleaned feed document begin and end, found without parsing it: so that a
/// huge one is cut before, and a broken one after, its last whole item.
///
/// @param items in document order, those that are whole
/// @param unclosed the elements still open at the end, outermost first; empty if the document is
///   whole
/// @param ancestors the elements around the items, outermost first
/// @param nodesOutsideItems elements, comments and the like outside the items
/// @param prefixes of all elements
/// @param end behind the root element, or behind the last thing that could be read
/// @param rejectionReason why the document must not be parsed; null if it may
record XmlStructure(
    List<ItemRange> items,
    List<String> unclosed,
    List<String> ancestors,
    int nodesOutsideItems,
    Set<String> prefixes,
    int end,
    @Nullable String rejectionReason) {

  /// From the first character of an item to the one behind it.
  ///
  /// @param nodes elements, comments and the like in it
  record ItemRange(int start, int end, int nodes) {}

  /// The outline of a cleaned document. Takes time in proportion to its length.
  static XmlStructure of(String text) {
    return new Scan(text).run();
  }

  boolean isComplete() {
    return unclosed.isEmpty();
  }

  /// One walk over a document.
  private static final class Scan {
    private static final int MAX_DEPTH = 100;
    private static final int MAX_ELEMENTS_PER_ITEM = 20_000;
    private static final int MAX_WHITESPACE_PER_TAG = 10_000;
    private static final int MAX_ELEMENTS_OUTSIDE_ITEMS = 200_000;

    /// Prefixes that no feed needs so many of; each costs the parser a look at every element.
    private static final int MAX_PREFIXES = 100;

    private final String text;
    private final Deque<String> open = new ArrayDeque<>();
    private final List<ItemRange> items = new ArrayList<>();
    private final Set<String> prefixes = new HashSet<>();
    private List<String> ancestors = List.of();
    private int itemStart = -1;
    private int itemDepth;
    private int itemElements;
    private int outsideElements;
    private @Nullable String rejectionReason;
    private boolean truncated;
    private int readEnd;

    Scan(String text) {
      this.text = text;
    }

    XmlStructure run() {
      int at = text.indexOf('<');
      while (at >= 0 && rejectionReason == null && !truncated) {
        int end = endOfMarkup(at);
        if (end < 0) {
          truncated = true;
        } else {
          handleMarkup(at, end);
          readEnd = end;
          at = open.isEmpty() ? -1 : text.indexOf('<', end);
        }
      }
      return new XmlStructure(
          List.copyOf(items),
          List.copyOf(open),
          ancestors,
          outsideElements,
          Set.copyOf(prefixes),
          readEnd,
          rejectionReason);
    }

    private int endOfMarkup(int at) {
      if (text.startsWith("<!--", at)) {
        return indexAfter("-->", at + 4);
      }
      if (text.startsWith("<![CDATA[", at)) {
        return indexAfter("]]>", at + 9);
      }
      return text.startsWith("<?", at) ? indexAfter("?>", at + 2) : endOfTag(at);
    }

    private int indexAfter(String end, int from) {
      int at = text.indexOf(end, from);
      return at < 0 ? -1 : at + end.length();
    }

    /// Behind the tag's `>`; a quote counts where a value begins, and only if it ends.
    private int endOfTag(int at) {
      int quoted = endOfTag(at, true);
      return quoted < 0 && rejectionReason == null ? endOfTag(at, false) : quoted;
    }

    private int endOfTag(int at, boolean withQuotes) {
      char quote = 0;
      char before = 0;
      int blanks = 0;
      for (int i = at + 1; i < text.length(); i++) {
        char c = text.charAt(i);
        if (quote != 0) {
          quote = c == quote ? 0 : quote;
        } else if (withQuotes && before == '=' && (c == '"' || c == '\'')) {
          quote = c;
        } else if (c == '>') {
          return i + 1;
        } else if (c <= ' ' && ++blanks > MAX_WHITESPACE_PER_TAG) {
          rejectionReason = "too many attributes";
          return -1;
        }
        before = c <= ' ' ? before : c;
      }
      return -1;
    }

    private void handleMarkup(int at, int end) {
      switch (text.charAt(at + 1)) {
        // comments, CDATA and instructions hold no elements, but take memory like them
        case '!', '?' -> checkLimits();
        case '/' -> close(nameAt(at + 2), end);
        default -> {
          open(at);
          if (text.charAt(end - 2) == '/'
              || LenientXmlParser.VOID_ELEMENTS.contains(open.getLast())) {
            close(open.getLast(), end);
          }
        }
      }
    }

    private void open(int at) {
      String name = nameAt(at + 1);
      int colon = name.indexOf(':');
      if (colon > 0) {
        prefixes.add(name.substring(0, colon));
      }
      if (itemStart < 0 && isItem(name)) {
        itemStart = at;
        itemDepth = open.size();
        itemElements = 0;
        ancestors = List.copyOf(open);
      }
      open.addLast(name);
      checkLimits();
    }

    private void checkLimits() {
      boolean many =
          itemStart < 0
              ? ++outsideElements > MAX_ELEMENTS_OUTSIDE_ITEMS
              : ++itemElements > MAX_ELEMENTS_PER_ITEM;
      if (many) {
        rejectionReason = "too many elements";
      } else if (prefixes.size() > MAX_PREFIXES) {
        rejectionReason = "too many namespaces";
      } else if (open.size() > MAX_DEPTH) {
        rejectionReason = "nested more than %d deep".formatted(MAX_DEPTH);
      }
    }

    /// Closes what is open inside, too; an end without a beginning is passed over, and nothing
    /// inside an item ends what is around it but the list of items itself.
    private void close(String name, int end) {
      if (!open.contains(name)) {
        return;
      }
      while (!open.removeLast().equals(name)) {
        // it was left open
      }
      if (itemStart >= 0 && open.size() <= itemDepth) {
        items.add(new ItemRange(itemStart, end, itemElements));
        itemStart = -1;
      }
    }

    private boolean isItem(String name) {
      String local = name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
      return local.equals("item")
          || (local.equals("entry") && !open.isEmpty())
          || (local.equals("url") && open.size() == 1);
    }

    private String nameAt(int start) {
      int end = start;
      while (end < text.length() && " \t\r\n/>".indexOf(text.charAt(end)) < 0) {
        end++;
      }
      return text.substring(start, end);
    }
  }
}
