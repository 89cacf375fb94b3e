package dev.bongsu.command;

import dev.bongsu.chat.Button;
import dev.bongsu.conversation.CommandContext;
import dev.bongsu.conversation.Page;
import dev.bongsu.conversation.Reply;
import dev.bongsu.feed.CatalogueFeed;
import dev.bongsu.feed.CatalogueFeed.DisabledReason;
import dev.bongsu.feed.FeedPack;
import dev.bongsu.feed.FeedPacks.PackStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Writes the lists of packs and of a pack's sources, with their buttons.
record FeedPackText(CommandContext context) {
  /// Verb of the button that shows a pack: its id or [#ALL], and a page.
  static final String SHOW = "packs";

  /// Verb of the button that switches: a pack's id, that of one of its sources or [#ALL], 1 for on,
  /// and the page shown.
  static final String SWITCH = "packset";

  static final String ALL = "all";

  private static final int PAGE_SIZE = 12;
  private static final int SOURCES_A_ROW = 4;
  private static final int PACKS_A_ROW = 2;

  /// A button that leads to all packs.
  Button button() {
    return context.button("button.packs", "/feeds packs", SHOW, ALL, 1);
  }

  Reply overview(List<PackStatus> all) {
    int on = all.stream().mapToInt(status -> status.enabledFeeds().size()).sum();
    int sources = all.stream().mapToInt(status -> status.pack().feeds().size()).sum();
    List<String> lines = new ArrayList<>();
    lines.add(context.text("packs.title", on, sources));
    all.forEach(status -> lines.add(line(status)));
    lines.add(context.text("packs.hint"));
    List<Button> buttons = all.stream().map(status -> shower(status.pack())).toList();
    return Reply.of(String.join("\n", lines)).withRowsOf(PACKS_A_ROW, buttons);
  }

  Reply page(PackStatus status, int number) {
    FeedPack pack = status.pack();
    Page<CatalogueFeed> page = Page.of(pack.feeds(), number, PAGE_SIZE);
    List<String> lines = new ArrayList<>(List.of(line(status)));
    List<Button> switches = new ArrayList<>();
    for (int i = 0; i < page.items().size(); i++) {
      CatalogueFeed feed = page.items().get(i);
      boolean on = status.enabledFeeds().contains(feed);
      lines.add(line(page.numberOf(i), feed, on));
      String typed = "/feeds packs %s %s".formatted(feed.name(), on ? "off" : "on");
      String payload = context.payload(SWITCH, pack.id(), feed.id(), on ? 0 : 1, page.number());
      switches.add(switcher(page.numberOf(i), on, payload, typed));
    }
    boolean on = status.on();
    String payload = context.payload(SWITCH, pack.id(), ALL, on ? 0 : 1, page.number());
    String typed = "/feeds packs %s %s".formatted(pack.name(), on ? "off" : "on");
    return Reply.of(String.join("\n", lines))
        .withRow(switcher(pack.name(), on, payload, typed))
        .withRowsOf(SOURCES_A_ROW, switches)
        .withRows(List.of(pageButtons(pack, page)))
        .withRow(button());
  }

  private String line(PackStatus status) {
    return context.text(
        status.on() ? "packs.line.on" : "packs.line.off",
        status.pack().name(),
        status.enabledFeeds().size(),
        status.pack().feeds().size());
  }

  private String line(String number, CatalogueFeed feed, boolean on) {
    DisabledReason reason = feed.disabled();
    String why =
        reason == null
            ? ""
            : ": " + context.text("packs.why." + reason.name().toLowerCase(Locale.ROOT));
    return context.text(
        on ? "packs.source.on" : "packs.source.off", number, feed.name(), on ? "" : why);
  }

  private Button switcher(String label, boolean on, String payload, String typed) {
    String key = on ? "button.packs.off" : "button.packs.on";
    return Button.ofAction(context.text(key, label), payload, typed);
  }

  private List<Button> pageButtons(FeedPack pack, Page<CatalogueFeed> page) {
    return IntStream.of(page.number() - 1, page.number() + 1)
        .filter(number -> number >= 1 && number <= page.count())
        .mapToObj(
            number ->
                context.button(
                    number < page.number() ? "button.before" : "button.after",
                    "",
                    SHOW,
                    pack.id(),
                    number))
        .toList();
  }

  private Button shower(FeedPack pack) {
    String payload = context.payload(SHOW, pack.id(), 1);
    return Button.ofAction(pack.name(), payload, "/feeds packs " + pack.name());
  }
}
