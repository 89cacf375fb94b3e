package dev.bongsu.command;

import dev.bongsu.access.Access;
import dev.bongsu.chat.Button;
import dev.bongsu.conversation.CommandContext;
import dev.bongsu.conversation.CommandGroup;
import dev.bongsu.conversation.CommandName;
import dev.bongsu.conversation.InputText;
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
import dev.bongsu.syndication.FeedLink;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `/feeds` and `/addfeed`.
public final class FeedCommands implements CommandGroup {
  private static final Logger LOG = LoggerFactory.getLogger(FeedCommands.class);
  private static final int PAGE_SIZE = 20;
  private static final int MAX_TROUBLED = 40;
  private static final Pattern PACKS = Pattern.compile("(?is)(?:packs?|묶음)(?:\\s+(.*))?");
  private static final Set<String> TROUBLE = Set.of("trouble", "문제");

  /// The verb of the button that adds one of several feeds.
  private static final String PICK = "pickfeed";

  private final KeeperStore keepers;
  private final FeedPlaceCommands places;
  private final FeedAdder adder;
  private final Access access;
  private final FeedPackCommands packs;
  private final FeedYields yields;
  private final ButtonQueryStore addresses;
  private final InstantSource clock;

  public FeedCommands(
      KeeperStore keepers,
      FeedPlaceCommands places,
      FeedAdder adder,
      Access access,
      FeedPackCommands packs,
      FeedYields yields,
      ButtonQueryStore addresses,
      InstantSource clock) {
    this.clock = clock;
    this.addresses = addresses;
    this.places = places;
    this.packs = packs;
    this.yields = yields;
    this.keepers = keepers;
    this.adder = adder;
    this.access = access;
  }

  @Override
  public Map<CommandName, CommandHandler> handlers() {
    return Map.of(
        CommandName.FEEDS,
        (context, rest) -> () -> listOrPacks(context, rest),
        CommandName.ADDFEED,
        this::add);
  }

  @Override
  public Map<String, ButtonHandler> buttonHandlers() {
    return Map.of(
        "feeds",
        new ButtonHandler(
            false, (context, words) -> () -> list(context, words.getFirst()).inPlace()),
        PICK,
        new ButtonHandler(true, this::pick));
  }

  private Reply listOrPacks(CommandContext context, String which) {
    Matcher asked = PACKS.matcher(which.strip());
    if (asked.matches()) {
      return packs.reply(context, asked.group(1) == null ? "" : asked.group(1));
    }
    Reply reply = list(context, which);
    return packs.isAllowed(context)
        ? reply.withRow(new FeedPackText(context).button())
        : reply;
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
      case FeedAddition.Choice(DiscoveryOutcome.Choice feeds) -> choice(context, feeds);
      case FeedAddition.New(Feed feed, int entries) ->
          added(context, "addfeed.done", feed, entries);
      case FeedAddition.Known(Feed feed) -> added(context, "addfeed.known", feed, 0);
      case FeedAddition.AlreadyAdded(Feed feed) -> added(context, "addfeed.already", feed, 0);
    };
  }

  private Reply choice(CommandContext context, DiscoveryOutcome.Choice choice) {
    List<Button> buttons = choice.feeds().stream().map(link -> pickButton(context, link)).toList();
    String text = context.text(choice.named() ? "addfeed.which" : "addfeed.site_has");
    return Reply.of(text).withRowsOf(1, buttons);
  }

  private Button pickButton(CommandContext context, FeedLink link) {
    String address = link.address().toString();
    String label = link.title().isBlank() ? address : link.title();
    return Button.ofAction(
        InputText.excerpt(label),
        context.payload(PICK, addresses.save(address)),
        "/addfeed " + address);
  }

  private PendingReply pick(CommandContext context, List<String> words) {
    return addresses
        .find(Long.parseLong(words.getFirst()))
        .map(address -> add(context, address))
        .orElseGet(() -> PendingReply.ofText(context.text("press.gone")));
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
