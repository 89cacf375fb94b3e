package dev.bongsu.command;

import dev.bongsu.access.Access;
import dev.bongsu.article.ArticleStore;
import dev.bongsu.chat.TimeFormat;
import dev.bongsu.chat.Translations;
import dev.bongsu.conversation.CommandContext;
import dev.bongsu.conversation.CommandGroup;
import dev.bongsu.conversation.CommandName;
import dev.bongsu.conversation.InputText;
import dev.bongsu.conversation.ListNumber;
import dev.bongsu.conversation.PendingReply;
import dev.bongsu.conversation.Reply;
import dev.bongsu.feed.DiscoveryOutcome;
import dev.bongsu.feed.Feed;
import dev.bongsu.feed.FeedAddress;
import dev.bongsu.feed.FeedDiscovery;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `/feeds`, `/addfeed`, `/removefeed`.
public final class FeedCommands implements CommandGroup {
  private static final Logger LOG = LoggerFactory.getLogger(FeedCommands.class);
  private static final int PAGE_SIZE = 20;

  private final FeedStore feeds;
  private final FeedDiscovery discovery;
  private final FeedAdder adder;
  private final Access access;
  private final ArticleStore articles;

  public FeedCommands(
      FeedStore feeds,
      FeedDiscovery discovery,
      FeedAdder adder,
      Access access,
      ArticleStore articles) {
    this.articles = articles;
    this.feeds = feeds;
    this.discovery = discovery;
    this.adder = adder;
    this.access = access;
  }

  @Override
  public Map<CommandName, CommandHandler> handlers() {
    return Map.of(
        CommandName.FEEDS, (context, rest) -> () -> list(context, page(rest)),
        CommandName.ADDFEED, this::add,
        CommandName.REMOVEFEED, this::remove);
  }

  @Override
  public Map<String, ButtonHandler> buttonHandlers() {
    return Map.of(
        "feeds",
        new ButtonHandler(
            false, (context, words) -> () -> list(context, page(words.getFirst())).inPlace()));
  }

  private static int page(String typed) {
    return ListNumber.parseIndex(typed, 1000).map(index -> index + 1).orElse(1);
  }

  private Reply list(CommandContext context, int wanted) {
    Chat chat = context.chat();
    List<FeedStatus> all = feeds.visibleTo(chat.key());
    if (all.isEmpty()) {
      return Reply.of(context.text("feeds.empty"));
    }
    int pages = Math.ceilDiv(all.size(), PAGE_SIZE);
    int page = Math.min(wanted, pages);
    int from = (page - 1) * PAGE_SIZE;
    List<String> lines = new ArrayList<>(List.of(context.text("feeds.title", all.size())));
    Map<FeedId, Integer> aWeek = articles.countLastWeekByFeed();
    for (int i = from; i < Math.min(from + PAGE_SIZE, all.size()); i++) {
      int count = aWeek.getOrDefault(all.get(i).feed().id(), 0);
      lines.add(line(chat, context.translations(), i + 1, all.get(i), count));
    }
    lines.add(context.text("feeds.hint"));
    return Reply.of(String.join("\n", lines))
        .withRows(List.of(SubscriptionListCommands.pageButtons(context, "feeds", page, pages)));
  }

  private static String line(
      Chat chat, Translations wording, int number, FeedStatus status, int articlesAWeek) {
    String line =
        wording.text(
            "feeds.line",
            String.valueOf(number),
            status.feed().displayName(),
            state(chat, wording, status, articlesAWeek));
    return status.kept() ? line + wording.text("feeds.mine") : line;
  }

  private static String state(
      Chat chat, Translations wording, FeedStatus status, int articlesAWeek) {
    Instant next = status.nextPoll();
    if (next == null) {
      return wording.text("feeds.state.gone");
    }
    Instant success = status.lastSuccess();
    String last = success == null ? "" : time(chat, success);
    if (status.problem() != FeedProblem.NONE) {
      String trouble =
          wording.text("feeds.trouble." + status.problem().name().toLowerCase(Locale.ROOT));
      return success == null
          ? wording.text("feeds.state.never", trouble, time(chat, next))
          : wording.text("feeds.state.failing", last, trouble, time(chat, next));
    }
    return success == null
        ? wording.text("feeds.state.new")
        : wording.text("feeds.state.fine", last, time(chat, next), articlesAWeek);
  }

  private static String time(Chat chat, Instant time) {
    return TimeFormat.dateTimeWithoutYear(time, chat.locale());
  }

  /// Finds the feed at an address: the network work comes before the answer is stored.
  private PendingReply add(CommandContext context, String typed) {
    boolean owner = access.isOwner(context.inbound());
    if (!adder.isAllowed(owner)) {
      return PendingReply.ofText(context.text("addfeed.owner_only"));
    }
    if (typed.isBlank()) {
      return PendingReply.ofText(context.text("addfeed.usage"));
    }
    Optional<URI> address = FeedAddress.parse(typed);
    if (address.isEmpty()) {
      return PendingReply.ofText(context.text("addfeed.bad_address"));
    }
    Optional<Feed> known = feeds.findActive(address.get());
    if (known.isPresent()) {
      return () -> addKeeper(context, known.get());
    }
    if (adder.isQuotaExceeded(context.chat(), owner)) {
      return PendingReply.ofText(context.text("quota.feeds", access.settings().feedsPerDay()));
    }
    return discover(context, address.get());
  }

  private PendingReply discover(CommandContext context, URI address) {
    return switch (discovery.discover(address)) {
      case DiscoveryOutcome.NotFound(var kind, String reason) -> {
        LOG.info("Chat {}: no feed found: {}", context.chat().id(), reason);
        yield PendingReply.ofText(context.text("addfeed." + kind.name().toLowerCase(Locale.ROOT)));
      }
      case DiscoveryOutcome.Found found -> () -> addFound(context, found);
    };
  }

  private Reply addFound(CommandContext context, DiscoveryOutcome.Found found) {
    FeedAdder.Added added = adder.add(context.chat(), found);
    if (!added.isNew()) {
      return addKeeper(context, added.feed());
    }
    int entries = found.fetched().feed().entries().size();
    Feed feed = added.feed();
    return Reply.of(context.text("addfeed.done", feed.displayName(), feed.address(), entries))
        .toChat();
  }

  private Reply addKeeper(CommandContext context, Feed feed) {
    String key =
        feeds.addKeeper(feed.id(), context.chat().key()) ? "addfeed.known" : "addfeed.already";
    return Reply.of(context.text(key, feed.displayName(), feed.address())).toChat();
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

  /// By the number of the list, or by the address.
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
