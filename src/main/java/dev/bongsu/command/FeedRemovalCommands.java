package dev.bongsu.command;

import dev.bongsu.access.Access;
import dev.bongsu.conversation.CommandContext;
import dev.bongsu.conversation.CommandGroup;
import dev.bongsu.conversation.CommandName;
import dev.bongsu.conversation.InputText;
import dev.bongsu.conversation.PendingReply;
import dev.bongsu.conversation.Reply;
import dev.bongsu.feed.AudienceStore;
import dev.bongsu.feed.Feed;
import dev.bongsu.feed.FeedId;
import dev.bongsu.feed.FeedStatus;
import dev.bongsu.feed.FeedStore;
import dev.bongsu.feed.KeeperStore;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// `/removefeed` of some feeds, or of all that the chat added. An owner who removes a shared feed
/// takes it from everybody, and is asked first.
public final class FeedRemovalCommands implements CommandGroup {
  private static final String DROP = "dropfeed";
  private static final String DROP_ALL = "dropall";

  private final FeedStore feeds;
  private final KeeperStore keepers;
  private final AudienceStore audience;
  private final Access access;

  public FeedRemovalCommands(
      FeedStore feeds, KeeperStore keepers, AudienceStore audience, Access access) {
    this.feeds = feeds;
    this.keepers = keepers;
    this.audience = audience;
    this.access = access;
  }

  @Override
  public Map<CommandName, CommandHandler> handlers() {
    return Map.of(CommandName.REMOVEFEED, this::remove);
  }

  @Override
  public Map<String, ButtonHandler> buttonHandlers() {
    return Map.of(
        DROP,
        new ButtonHandler(true, (context, words) -> () -> dropById(context, words)),
        DROP_ALL,
        new ButtonHandler(true, (context, _) -> () -> removeAll(context).inPlace()));
  }

  private PendingReply remove(CommandContext context, String rest) {
    return rest.isBlank()
        ? PendingReply.ofText(context.text("removefeed.usage"))
        : () -> reply(context, Confirmable.parse(rest));
  }

  private Reply reply(CommandContext context, Confirmable typed) {
    List<FeedStatus> list = keepers.visibleTo(context.chat().key());
    ListSelection<FeedStatus> selected =
        ListSelection.parse(list, typed.text(), which -> FeedLookup.find(list, which));
    if (!selected.unknown().isEmpty()) {
      String name = InputText.excerpt(selected.unknown());
      return Reply.of(context.text("removefeed.none", name));
    }
    if (selected.all()) {
      return typed.confirmed() ? removeAll(context) : confirmAll(context, kept(context));
    }
    List<FeedStatus> shared =
        selected.chosen().stream().filter(one -> isDropped(context, one)).toList();
    return shared.isEmpty() || typed.confirmed()
        ? remove(context, selected.chosen())
        : confirm(context, selected.chosen(), shared, typed);
  }

  /// Whether removing it takes it from everybody.
  private boolean isDropped(CommandContext context, FeedStatus status) {
    return status.shared() && access.isOwner(context.inbound());
  }

  private List<FeedStatus> kept(CommandContext context) {
    return keepers.visibleTo(context.chat().key()).stream().filter(FeedStatus::kept).toList();
  }

  private Reply confirm(
      CommandContext context, List<FeedStatus> all, List<FeedStatus> shared, Confirmable typed) {
    String confirmed = "/removefeed " + typed.text() + " yes";
    if (all.size() == 1) {
      return FeedSharingCommands.confirm(
          context, audience, shared.getFirst().feed(), confirmed, DROP);
    }
    return Reply.of(lossOf(context, shared) + "\n" + context.text("removefeed.confirm", confirmed));
  }

  private Reply confirmAll(CommandContext context, List<FeedStatus> kept) {
    if (kept.isEmpty()) {
      return Reply.of(context.text("removefeed.none_mine"));
    }
    List<FeedStatus> shared = kept.stream().filter(one -> isDropped(context, one)).toList();
    String question = context.text("removefeed.sure", kept.size());
    return Reply.of(shared.isEmpty() ? question : lossOf(context, shared) + "\n" + question)
        .withRow(
            context.button("button.dropfeeds", "/removefeed all yes", DROP_ALL),
            context.button("button.keep", "", "keep"));
  }

  private String lossOf(CommandContext context, List<FeedStatus> shared) {
    return shared.stream()
        .map(one -> FeedSharingCommands.loss(context, audience, one.feed()))
        .collect(Collectors.joining("\n"));
  }

  private Reply removeAll(CommandContext context) {
    List<FeedStatus> kept = kept(context);
    return kept.isEmpty() ? Reply.note(context.text("press.gone")) : remove(context, kept);
  }

  /// Removes those that this chat may remove, and says which, and why the others stay.
  private Reply remove(CommandContext context, List<FeedStatus> chosen) {
    Map<String, String> names =
        chosen.stream()
            .collect(
                Collectors.groupingBy(
                    one -> remove(context, one),
                    TreeMap::new,
                    Collectors.mapping(
                        one -> one.feed().displayName(), Collectors.joining(" / "))));
    Reply reply =
        Reply.of(
            names.entrySet().stream()
                .map(outcome -> context.text(outcome.getKey(), outcome.getValue()))
                .collect(Collectors.joining("\n")));
    return names.containsKey("removefeed.done") ? reply.toChat() : reply;
  }

  /// @return the key of what to say
  private String remove(CommandContext context, FeedStatus status) {
    if (isDropped(context, status)) {
      drop(context, status.feed());
      return "removefeed.done";
    }
    if (keepers.remove(status.feed().id(), context.chat().key())) {
      return "removefeed.done";
    }
    return status.inCatalogue() ? "removefeed.catalogue" : "removefeed.not_mine";
  }

  private Reply dropById(CommandContext context, List<String> arguments) {
    if (!access.isOwner(context.inbound())) {
      return Reply.note(context.text("access.owner_only"));
    }
    return feeds
        .get(new FeedId(Long.parseLong(arguments.getFirst())))
        .map(
            feed -> {
              drop(context, feed);
              return Reply.of(context.text("removefeed.done", feed.displayName())).inPlace();
            })
        .orElseGet(() -> Reply.note(context.text("press.gone")));
  }

  /// An owner removes a shared feed: from this chat and from all that only hear of it.
  private void drop(CommandContext context, Feed feed) {
    keepers.remove(feed.id(), context.chat().key());
    feeds.unshare(feed.id());
  }
}
