package dev.bongsu.command;

import dev.bongsu.access.Access;
import dev.bongsu.article.ArticleStore;
import dev.bongsu.chat.TimeFormat;
import dev.bongsu.conversation.CommandContext;
import dev.bongsu.conversation.CommandGroup;
import dev.bongsu.conversation.CommandName;
import dev.bongsu.conversation.InputText;
import dev.bongsu.conversation.ListNumber;
import dev.bongsu.conversation.Page;
import dev.bongsu.conversation.PendingReply;
import dev.bongsu.conversation.Reply;
import dev.bongsu.feed.DiscoveryOutcome;
import dev.bongsu.feed.Feed;
import dev.bongsu.feed.FeedAddress;
import dev.bongsu.feed.FeedId;
import dev.bongsu.feed.FeedProblem;
import dev.bongsu.feed.FeedStatus;
import dev.bongsu.feed.FeedStore;
import dev.bongsu.subscription.Chat;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `/feeds`, `/addfeed`, `/removefeed`.
public final class FeedCommands implements CommandGroup {
  private static final Logger LOG = LoggerFactory.getLogger(FeedCommands.class);
  private static final int PAGE_SIZE = 20;

  private final FeedStore feeds;
  private final FeedAdder adder;
  private final Access access;
  private final ArticleStore articles;

  public FeedCommands(FeedStore feeds, FeedAdder adder, Access access, ArticleStore articles) {
    this.articles = articles;
    this.feeds = feeds;
    this.adder = adder;
    this.access = access;
  }

  @Override
  public Map<CommandName, CommandHandler> handlers() {
    return Map.of(
        CommandName.FEEDS, (context, rest) -> () -> list(context, Page.parseNumber(rest)),
        CommandName.ADDFEED, this::add,
        CommandName.REMOVEFEED, this::remove);
  }

  @Override
  public Map<String, ButtonHandler> buttonHandlers() {
    return Map.of(
        "feeds",
        new ButtonHandler(
            false,
            (context, words) -> () -> list(context, Page.parseNumber(words.getFirst())).inPlace()));
  }

  private Reply list(CommandContext context, int number) {
    List<FeedStatus> all = feeds.visibleTo(context.chat().key());
    if (all.isEmpty()) {
      return Reply.of(context.text("feeds.empty"));
    }
    Page<FeedStatus> page = Page.of(all, number, PAGE_SIZE);
    List<String> lines = new ArrayList<>(List.of(context.text("feeds.title", all.size())));
    Map<FeedId, Integer> aWeek = articles.countLastWeekByFeed();
    for (int i = 0; i < page.items().size(); i++) {
      FeedStatus status = page.items().get(i);
      int count = aWeek.getOrDefault(status.feed().id(), 0);
      lines.add(line(context, page.numberOf(i), status, count));
    }
    lines.add(context.text("feeds.hint"));
    return Reply.of(String.join("\n", lines)).withRows(List.of(page.buttons(context, "feeds")));
  }

  private static String line(
      CommandContext context, String number, FeedStatus status, int articlesAWeek) {
    String state = state(context, status, articlesAWeek);
    String line = context.text("feeds.line", number, status.feed().displayName(), state);
    return status.kept() ? line + context.text("feeds.mine") : line;
  }

  private static String state(CommandContext context, FeedStatus status, int articlesAWeek) {
    if (status.nextPoll() == null) {
      return context.text("feeds.state.gone");
    }
    String next = time(context.chat(), status.nextPoll());
    Instant success = status.lastSuccess();
    String last = success == null ? "" : time(context.chat(), success);
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

  private static String time(Chat chat, Instant time) {
    return TimeFormat.dateTimeWithoutYear(time, chat.locale());
  }

  private PendingReply add(CommandContext context, String typed) {
    boolean owner = access.isOwner(context.inbound());
    if (typed.isBlank() && adder.isAllowed(owner)) {
      return PendingReply.ofText(context.text("addfeed.usage"));
    }
    if (!context.mayTakeLong() && adder.needsNetwork(typed, owner)) {
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

  private static Reply added(CommandContext context, String key, Feed feed, int entries) {
    return Reply.of(context.text(key, feed.displayName(), feed.address(), entries)).toChat();
  }

  private PendingReply remove(CommandContext context, String which) {
    if (which.isBlank()) {
      return PendingReply.ofText(context.text("removefeed.usage"));
    }
    return () ->
        find(feeds.visibleTo(context.chat().key()), which)
            .map(status -> remove(context, status))
            .orElseGet(() -> Reply.of(context.text("removefeed.none", InputText.excerpt(which))));
  }

  private Reply remove(CommandContext context, FeedStatus status) {
    String name = status.feed().displayName();
    if (feeds.removeKeeper(status.feed().id(), context.chat().key())) {
      return Reply.of(context.text("removefeed.done", name)).toChat();
    }
    String key = status.inCatalogue() ? "removefeed.catalogue" : "removefeed.not_mine";
    return Reply.of(context.text(key, name));
  }

  /// By its number in the list, or by its address.
  private static Optional<FeedStatus> find(List<FeedStatus> all, String which) {
    Optional<URI> address = FeedAddress.parse(which);
    return ListNumber.parseIndex(which, all.size())
        .map(all::get)
        .or(
            () ->
                all.stream()
                    .filter(s -> address.filter(s.feed().address()::equals).isPresent())
                    .findFirst());
  }
}
