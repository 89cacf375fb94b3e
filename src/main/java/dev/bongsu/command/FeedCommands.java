package dev.bongsu.command;

import dev.bongsu.access.Access;
import dev.bongsu.article.ArticleStore;
import dev.bongsu.conversation.CommandContext;
import dev.bongsu.conversation.CommandGroup;
import dev.bongsu.conversation.CommandName;
import dev.bongsu.conversation.Page;
import dev.bongsu.conversation.PendingReply;
import dev.bongsu.conversation.Reply;
import dev.bongsu.feed.DiscoveryOutcome;
import dev.bongsu.feed.Feed;
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
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `/feeds` and `/addfeed`.
public final class FeedCommands implements CommandGroup {
  private static final Logger LOG = LoggerFactory.getLogger(FeedCommands.class);
  private static final int PAGE_SIZE = 20;
  private static final int MAX_TROUBLED = 40;
  private static final Set<String> TROUBLE = Set.of("trouble", "문제");

  private final KeeperStore keepers;
  private final FeedPlaceCommands places;
  private final FeedAdder adder;
  private final Access access;
  private final ArticleStore articles;
  private final InstantSource clock;

  public FeedCommands(
      KeeperStore keepers,
      FeedPlaceCommands places,
      FeedAdder adder,
      Access access,
      ArticleStore articles,
      InstantSource clock) {
    this.clock = clock;
    this.places = places;
    this.articles = articles;
    this.keepers = keepers;
    this.adder = adder;
    this.access = access;
  }

  @Override
  public Map<CommandName, CommandHandler> handlers() {
    return Map.of(
        CommandName.FEEDS,
        (context, rest) -> () -> list(context, rest),
        CommandName.ADDFEED,
        this::add);
  }

  @Override
  public Map<String, ButtonHandler> buttonHandlers() {
    return Map.of(
        "feeds",
        new ButtonHandler(
            false, (context, words) -> () -> list(context, words.getFirst()).inPlace()));
  }

  /// A page of the list, or only the feeds in trouble, which come first in it.
  private Reply list(CommandContext context, String which) {
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
    Map<FeedId, Integer> aWeek = articles.countLastWeekByFeed();
    for (int i = 0; i < page.items().size(); i++) {
      FeedStatus status = page.items().get(i);
      int count = aWeek.getOrDefault(status.feed().id(), 0);
      lines.add(line(context, page.numberOf(i), status, count));
    }
    lines.add(context.text("feeds.hint"));
    return Reply.of(String.join("\n", lines));
  }

  private String line(CommandContext context, String number, FeedStatus status, int articlesAWeek) {
    String state = state(context, status, articlesAWeek);
    String line = context.text("feeds.line", number, status.feed().displayName(), state);
    return line
        + (status.kept() ? context.text("feeds.mine") : "")
        + (status.shared() ? context.text("feeds.shared") : "")
        + (status.inWorkspace() ? context.text("feeds.shared_here") : "");
  }

  private String state(CommandContext context, FeedStatus status, int articlesAWeek) {
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
        : context.text("feeds.state.fine", last, next, articlesAWeek);
  }

  private String time(CommandContext context, Instant time) {
    return RelativeTime.format(time, clock.instant(), context.translations().language());
  }

  private PendingReply add(CommandContext context, String typed) {
    boolean owner = access.isOwner(context.inbound());
    if (typed.isBlank() && adder.isAllowed(owner)) {
      return PendingReply.ofText(context.text("addfeed.usage"));
    }
    if (!context.mayTakeLong() && adder.needsNetwork(context.chat(), typed, owner)) {
      return PendingReply.tooLong(context.text("addfeed.busy"));
    }
    Supplier<FeedAddition> adding = adder.prepare(context.chat(), typed, owner);
    return () -> reply(context, adding.get());
  }

  private Reply reply(CommandContext context, FeedAddition addition) {
    return switch (addition) {
      case FeedAddition.NotAllowed() -> Reply.of(context.text("addfeed.owner_only"));
      case FeedAddition.BadAddress() -> Reply.of(context.text("addfeed.bad_address"));
      case FeedAddition.QuotaExceeded() ->
          Reply.of(context.text("quota.feeds", access.settings().feedsPerDay()));
      case FeedAddition.NotFound(DiscoveryOutcome.NotFound(var kind, String reason)) -> {
        LOG.info("Chat {}: no feed found: {}", context.chat().id(), reason);
        yield Reply.of(context.text("addfeed." + kind.name().toLowerCase(Locale.ROOT)));
      }
      case FeedAddition.New(Feed feed, int entries) ->
          added(context, "addfeed.done", feed, entries);
      case FeedAddition.Known(Feed feed) -> added(context, "addfeed.known", feed, 0);
      case FeedAddition.AlreadyAdded(Feed feed) -> added(context, "addfeed.already", feed, 0);
    };
  }

  private Reply added(CommandContext context, String key, Feed feed, int entries) {
    String text = context.text(key, feed.displayName(), feed.shownAddress(), entries);
    boolean shares =
        feed.forEverybody() && feed.name().isBlank() && access.isOwner(context.inbound());
    String scope =
        shares ? "addfeed.shared" : feed.secret() ? "addfeed.secret" : ownScope(context, feed);
    Reply reply = Reply.of(scope.isEmpty() ? text : text + "\n" + context.text(scope));
    return places
        .offer(
            shares ? reply.withRow(FeedSharingCommands.onlyHere(context, feed)) : reply,
            context,
            feed)
        .toChat();
  }

  private String ownScope(CommandContext context, Feed feed) {
    boolean shared =
        feed.forEverybody()
            || keepers.visibleTo(context.chat().key()).stream()
                .anyMatch(one -> one.inWorkspace() && one.feed().id().equals(feed.id()));
    return shared ? "" : "addfeed.own";
  }
}
