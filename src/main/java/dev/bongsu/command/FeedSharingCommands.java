package dev.bongsu.command;

import dev.bongsu.access.Access;
import dev.bongsu.chat.Button;
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
import java.util.function.Function;

/// `/share` and `/unshare`: whether everybody gets the articles of a feed that a chat added, for
/// owners; whether the chats of the workspace do, for its administrators.
public final class FeedSharingCommands implements CommandGroup {
  private static final String UNSHARE = "unshare";
  private static final String KEEP_SHARED = "keepfeed";

  private final FeedStore feeds;
  private final KeeperStore keepers;
  private final AudienceStore audience;
  private final Access access;

  public FeedSharingCommands(
      FeedStore feeds, KeeperStore keepers, AudienceStore audience, Access access) {
    this.feeds = feeds;
    this.keepers = keepers;
    this.audience = audience;
    this.access = access;
  }

  @Override
  public Map<CommandName, CommandHandler> handlers() {
    return Map.of(
        CommandName.SHARE,
        (context, rest) -> withFeed(context, "share.usage", rest, status -> share(context, status)),
        CommandName.UNSHARE,
        this::unshare);
  }

  @Override
  public Map<String, ButtonHandler> buttonHandlers() {
    return Map.of(
        UNSHARE,
        new ButtonHandler(false, this::unshareById),
        KEEP_SHARED,
        new ButtonHandler(
            false, (context, _) -> () -> Reply.of(context.text("unshare.kept")).inPlace()));
  }

  /// The button that leaves a feed to the chats that added it.
  static Button onlyHere(CommandContext context, Feed feed) {
    String typed = "/unshare " + feed.shownAddress() + " yes";
    return context.button("button.only_here", typed, UNSHARE, feed.id().value());
  }

  /// The question before a shared feed is lost to others.
  ///
  /// @param typed the command to type instead of the button
  /// @param verb of the button that does it
  static Reply confirm(
      CommandContext context, AudienceStore audience, Feed feed, String typed, String verb) {
    return Reply.of(loss(context, audience, feed) + " " + context.text("unshare.sure"))
        .withRow(
            context.button("button.unshare", typed, verb, feed.id().value()),
            context.button("button.keep", "", KEEP_SHARED));
  }

  /// How many chats lose a feed that is no longer shared. An administrator's sharing ends in the
  /// workspace only.
  static String loss(CommandContext context, AudienceStore audience, Feed feed) {
    String workspace = feed.forEverybody() ? "" : context.originChat().id().workspace();
    int chats = audience.chatsWithoutKeepers(feed.id(), workspace);
    return context.text("unshare.loss", feed.displayName(), chats);
  }

  private PendingReply withFeed(
      CommandContext context, String usage, String which, Function<FeedStatus, Reply> reply) {
    if (which.isBlank()) {
      return PendingReply.ofText(context.text(usage));
    }
    return () ->
        FeedLookup.find(keepers.visibleTo(context.chat().key()), which)
            .map(reply)
            .orElseGet(() -> Reply.of(context.text("removefeed.none", InputText.excerpt(which))));
  }

  private Reply share(CommandContext context, FeedStatus status) {
    Feed feed = status.feed();
    if (feed.forEverybody()) {
      return Reply.of(context.text("share.already", feed.displayName()));
    }
    if (feed.secret()) {
      return Reply.of(context.text("share.secret", feed.displayName()));
    }
    if (!access.isOwner(context.inbound())) {
      feeds.shareInWorkspace(feed.id(), context.originChat().id());
      return Reply.of(context.text("share.workspace", feed.displayName())).toChat();
    }
    Feed now = feeds.share(feed.id());
    return now.forEverybody()
        ? Reply.of(context.text("share.done", feed.displayName())).toChat()
        : Reply.of(context.text("share.secret", feed.displayName()));
  }

  private PendingReply unshare(CommandContext context, String rest) {
    Confirmable typed = Confirmable.parse(rest);
    return withFeed(
        context,
        "unshare.usage",
        typed.text(),
        status -> {
          Feed feed = status.feed();
          boolean may = status.inWorkspace() || access.isOwner(context.inbound());
          if (!may && status.shared()) {
            return Reply.of(context.text("access.owner_only"));
          }
          if (!status.shared() && !status.inWorkspace()) {
            return Reply.of(context.text("unshare.none", feed.displayName()));
          }
          return typed.confirmed()
              ? unshared(context, feed).toChat()
              : confirm(context, audience, feed, "/unshare " + typed.text() + " yes", UNSHARE);
        });
  }

  private PendingReply unshareById(CommandContext context, List<String> arguments) {
    if (!access.mayShare(context.inbound())) {
      return () -> Reply.note(context.text("access.owner_only"));
    }
    FeedId id = new FeedId(Long.parseLong(arguments.getFirst()));
    return () ->
        feeds
            .get(id)
            .map(found -> unshared(context, found).inPlace())
            .orElseGet(() -> Reply.note(context.text("press.gone")));
  }

  /// An owner's sharing is ended by owners only.
  private Reply unshared(CommandContext context, Feed feed) {
    if (access.isOwner(context.inbound())) {
      feeds.unshare(feed.id());
    }
    feeds.unshareInWorkspace(feed.id(), context.originChat().id());
    return Reply.of(context.text("unshare.done", feed.displayName()));
  }
}
