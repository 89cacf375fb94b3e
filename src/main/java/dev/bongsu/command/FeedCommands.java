package dev.bongsu.command;

import dev.bongsu.access.Access;
import dev.bongsu.chat.Button;
import dev.bongsu.conversation.CommandContext;
import dev.bongsu.conversation.CommandGroup;
import dev.bongsu.conversation.CommandName;
import dev.bongsu.conversation.InputText;
import dev.bongsu.conversation.PendingReply;
import dev.bongsu.conversation.Reply;
import dev.bongsu.feed.DiscoveryOutcome;
import dev.bongsu.feed.Feed;
import dev.bongsu.feed.KeeperStore;
import dev.bongsu.syndication.FeedLink;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `/addfeed`.
public final class FeedCommands implements CommandGroup {
  private static final Logger LOG = LoggerFactory.getLogger(FeedCommands.class);

  /// The verb of the button that adds one of several feeds.
  private static final String PICK = "pickfeed";

  private final KeeperStore keepers;
  private final FeedPlaceCommands places;
  private final FeedAdder adder;
  private final Access access;
  private final ButtonQueryStore addresses;

  public FeedCommands(
      KeeperStore keepers,
      FeedPlaceCommands places,
      FeedAdder adder,
      Access access,
      ButtonQueryStore addresses) {
    this.addresses = addresses;
    this.places = places;
    this.keepers = keepers;
    this.adder = adder;
    this.access = access;
  }

  @Override
  public Map<CommandName, CommandHandler> handlers() {
    return Map.of(CommandName.ADDFEED, this::add);
  }

  @Override
  public Map<String, ButtonHandler> buttonHandlers() {
    return Map.of(PICK, new ButtonHandler(true, this::pick));
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
