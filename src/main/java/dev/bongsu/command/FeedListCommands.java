package dev.bongsu.command;

import dev.bongsu.conversation.CommandContext;
import dev.bongsu.conversation.CommandGroup;
import dev.bongsu.conversation.CommandName;
import dev.bongsu.conversation.Page;
import dev.bongsu.conversation.Reply;
import dev.bongsu.feed.FeedId;
import dev.bongsu.feed.FeedProblem;
import dev.bongsu.feed.FeedStatus;
import dev.bongsu.feed.KeeperStore;
import dev.bongsu.language.RelativeTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `/feeds`: the feeds that a chat sees, with their condition and what they brought.
public final class FeedListCommands implements CommandGroup {
  private static final int PAGE_SIZE = 20;
  private static final int MAX_TROUBLED = 40;
  private static final Pattern PACKS = Pattern.compile("(?is)(?:packs?|묶음)(?:\\s+(.*))?");
  private static final Set<String> TROUBLE = Set.of("trouble", "문제");

  private final KeeperStore keepers;
  private final FeedPlaceCommands places;
  private final FeedPackCommands packs;
  private final FeedYields yields;
  private final InstantSource clock;

  public FeedListCommands(
      KeeperStore keepers,
      FeedPlaceCommands places,
      FeedPackCommands packs,
      FeedYields yields,
      InstantSource clock) {
    this.keepers = keepers;
    this.places = places;
    this.packs = packs;
    this.yields = yields;
    this.clock = clock;
  }

  @Override
  public Map<CommandName, CommandHandler> handlers() {
    return Map.of(CommandName.FEEDS, (context, rest) -> () -> listOrPacks(context, rest));
  }

  @Override
  public Map<String, ButtonHandler> buttonHandlers() {
    return Map.of(
        "feeds",
        new ButtonHandler(
            false, (context, words) -> () -> list(context, words.getFirst()).inPlace()));
  }

  private Reply listOrPacks(CommandContext context, String which) {
    Matcher asked = PACKS.matcher(which.strip());
    if (asked.matches()) {
      return packs.reply(context, asked.group(1) == null ? "" : asked.group(1));
    }
    return list(context, which);
  }

  private Reply list(CommandContext context, String which) {
    Reply reply = feeds(context, which);
    return packs.isAllowed(context) ? reply.withRow(new FeedPackText(context).button()) : reply;
  }

  /// A page of the list, or only the feeds in trouble, which come first in it.
  private Reply feeds(CommandContext context, String which) {
    List<FeedStatus> all = keepers.visibleTo(context.chat().key());
    if (all.isEmpty()) {
      return Reply.of(context.text("feeds.empty"));
    }
    List<FeedStatus> troubled = all.stream().filter(FeedStatus::isTroubled).toList();
    if (TROUBLE.contains(which.toLowerCase(Locale.ROOT))) {
      Page<FeedStatus> page = Page.of(troubled, 1, MAX_TROUBLED);
      return page(context, context.text("feeds.troubled", troubled.size()), page)
          .withRow(context.button("button.feeds.all", "/feeds", "feeds", 1));
    }
    Page<FeedStatus> page = Page.of(all, Page.parseNumber(which), PAGE_SIZE);
    Reply reply =
        places.offer(
            page(context, context.text("feeds.title", all.size()), page)
                .withRows(List.of(page.buttons(context, "feeds"))),
            context);
    return troubled.isEmpty() || troubled.size() == all.size()
        ? reply
        : reply.withRow(
            context.button("button.feeds.trouble", "/feeds trouble", "feeds", "trouble"));
  }

  private Reply page(CommandContext context, String title, Page<FeedStatus> page) {
    List<String> lines = new ArrayList<>(List.of(title));
    Function<FeedId, FeedYield> yield = yields.read(context.chat().key());
    for (int i = 0; i < page.items().size(); i++) {
      FeedStatus status = page.items().get(i);
      lines.add(line(context, page.numberOf(i), status, yield.apply(status.feed().id())));
    }
    lines.add(context.text("feeds.hint"));
    return Reply.of(String.join("\n", lines));
  }

  private String line(CommandContext context, String number, FeedStatus status, FeedYield yield) {
    String state = state(context, status) + yieldText(context, status, yield);
    String line = context.text("feeds.line", number, status.feed().displayName(), state);
    return line
        + (status.kept() ? context.text("feeds.mine") : "")
        + (status.shared() ? context.text("feeds.shared") : "")
        + (status.inWorkspace() ? context.text("feeds.shared_here") : "");
  }

  /// A feed that was never read and never failed has brought nothing yet.
  private static String yieldText(CommandContext context, FeedStatus status, FeedYield yield) {
    return status.lastSuccess() == null && yield.failedPolls() == 0
        ? ""
        : context.text("feeds.yield", yield.articles(), yield.alerts(), yield.failedPolls());
  }

  private String state(CommandContext context, FeedStatus status) {
    if (status.nextPoll() == null) {
      return context.text("feeds.state.gone");
    }
    String next = time(context, status.nextPoll());
    Instant success = status.lastSuccess();
    String last = success == null ? "" : time(context, success);
    if (status.problem() != FeedProblem.NONE) {
      String trouble =
          context.text("feeds.trouble." + status.problem().name().toLowerCase(Locale.ROOT));
      return success == null
          ? context.text("feeds.state.never", trouble, next)
          : context.text("feeds.state.failing", last, trouble, next);
    }
    return success == null
        ? context.text("feeds.state.new")
        : context.text("feeds.state.fine", last, next);
  }

  private String time(CommandContext context, Instant time) {
    return RelativeTime.format(time, clock.instant(), context.translations().language());
  }
}
