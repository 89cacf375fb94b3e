package dev.bongsu.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Divides a digest into messages: no article is split, and none is omitted.
///
/// Where a message ends depends on the articles alone. Its heading may change while the messages go
/// out, because one may be a repeat or the chat may change its language; the next message must
/// still begin where the last one ended.
public final class DigestPages {
  /// Characters that each message keeps for its heading, as written for the platform.
  public static final int MAX_HEADING_CHARACTERS = 400;

  private DigestPages() {}

  /// The articles of each message.
  ///
  /// @param entry an article as written for the platform, without its number
  /// @param most characters of one message; an entry with a heading is shorter
  public static List<Page> paginate(
      Message.Digest digest, Function<Message.Item, String> entry, int most) {
    List<Page> pages = new ArrayList<>();
    List<Message.Item> items = new ArrayList<>();
    int length = MAX_HEADING_CHARACTERS;
    int first = 1;
    for (Message.Item item : digest.items()) {
      int more = line(first + items.size(), entry.apply(item)).length();
      if (length + more > most && !items.isEmpty()) {
        pages.add(new Page(first, items));
        first += items.size();
        items = new ArrayList<>();
        length = MAX_HEADING_CHARACTERS;
      }
      items.add(item);
      length += more;
    }
    pages.add(new Page(first, items));
    return pages;
  }

  private static String line(int number, String entry) {
    return "\n%d. %s".formatted(number, entry);
  }

  /// The articles of one message.
  ///
  /// @param firstNumber the number of the first, counted from 1 through the whole digest
  public record Page(int firstNumber, List<Message.Item> items) {
    public Page {
      items = List.copyOf(items);
    }

    /// The message's text.
    ///
    /// @param heading not longer than [#MAX_HEADING_CHARACTERS]
    public String render(String heading, Function<Message.Item, String> entry) {
      StringBuilder page = new StringBuilder(heading);
      for (int i = 0; i < items.size(); i++) {
        page.append(line(firstNumber + i, entry.apply(items.get(i))));
      }
      return page.toString();
    }
  }
}
