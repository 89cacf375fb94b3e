package dev.bongsu.command;

import dev.bongsu.access.MemberDirectory;
import dev.bongsu.chat.Button;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.conversation.CommandContext;
import dev.bongsu.conversation.CommandGroup;
import dev.bongsu.conversation.CommandName;
import dev.bongsu.conversation.PendingReply;
import dev.bongsu.conversation.Reply;
import dev.bongsu.feed.Feed;
import dev.bongsu.feed.FeedId;
import dev.bongsu.feed.KeeperStore;
import dev.bongsu.language.Truncation;
import dev.bongsu.subscription.Chat;
import dev.bongsu.subscription.ChatStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The buttons that make another place of the same person a keeper of a feed. They are shown in the
/// person's private chat; the rights in the place are asked of the platform at the press.
public final class FeedPlaceCommands implements CommandGroup {
  private static final String CHOOSE_FEED = "alsoin";
  private static final String CHOOSE_PLACE = "places";
  private static final String KEEP = "keepin";
  private static final int MAX_PLACES = 8;
  private static final int MAX_FEEDS = 30;
  private static final int MAX_LABEL_LENGTH = 30;

  private final KeeperStore keepers;
  private final ChatStore chats;
  private final MemberDirectory members;

  public FeedPlaceCommands(KeeperStore keepers, ChatStore chats, MemberDirectory members) {
    this.keepers = keepers;
    this.chats = chats;
    this.members = members;
  }

  @Override
  public Map<CommandName, CommandHandler> handlers() {
    return Map.of();
  }

  @Override
  public Map<String, ButtonHandler> buttonHandlers() {
    return Map.of(
        CHOOSE_FEED,
        new ButtonHandler(false, (context, _) -> () -> feeds(context)),
        CHOOSE_PLACE,
        new ButtonHandler(false, (context, words) -> places(context, words.getFirst())),
        KEEP,
        new ButtonHandler(true, (context, words) -> keep(context, words.getFirst())));
  }

  /// The reply with a button for one feed, if the person has other places.
  Reply offer(Reply reply, CommandContext context, Feed feed) {
    return offer(reply, context, CHOOSE_PLACE, feed.id().value());
  }

  /// The reply with a button for any feed that the chat added, if the person has other places.
  Reply offer(Reply reply, CommandContext context) {
    return keepers.feedsKeptBy(context.chat().key()).isEmpty()
        ? reply
        : offer(reply, context, CHOOSE_FEED);
  }

  private Reply offer(Reply reply, CommandContext context, String verb, Object... arguments) {
    return context.isAboutOtherChat() || placesOf(context).isEmpty()
        ? reply
        : reply.withRow(context.button("button.also_in", "", verb, arguments));
  }

  private List<Chat> placesOf(CommandContext context) {
    return members.isPrivate(context.originChat().id())
        ? chats.usedBy(context.originChat().id(), context.inbound().sender()).stream()
            .filter(chat -> !members.isPrivate(chat.id()))
            .limit(MAX_PLACES)
            .toList()
        : List.of();
  }

  private Reply feeds(CommandContext context) {
    List<Button> buttons =
        keepers.feedsKeptBy(context.chat().key()).stream()
            .limit(MAX_FEEDS)
            .map(
                feed ->
                    Button.ofAction(
                        label(feed.displayName()),
                        context.payload(CHOOSE_PLACE, feed.id().value()),
                        ""))
            .toList();
    return Reply.of(context.text("also_in.which")).withRowsOf(1, buttons);
  }

  private PendingReply places(CommandContext context, String id) {
    Optional<Feed> feed = kept(context.chat().key(), id);
    List<Chat> places = placesOf(context);
    if (feed.isEmpty() || places.isEmpty()) {
      return () -> Reply.note(context.text("press.gone"));
    }
    List<Button> buttons =
        places.stream().map(place -> button(context.forChat(place), place, feed.get())).toList();
    return () ->
        Reply.of(context.text("also_in.where", feed.get().displayName())).withRowsOf(1, buttons);
  }

  private Button button(CommandContext about, Chat place, Feed feed) {
    return Button.ofAction(label(nameOf(place)), about.payload(KEEP, feed.id().value()), "");
  }

  private String nameOf(Chat place) {
    String name = members.nameOf(place.id()).orElse(place.id().channel());
    return place.id().thread().isEmpty() ? name : name + " / " + place.id().thread();
  }

  private static String label(String name) {
    return name.length() <= MAX_LABEL_LENGTH ? name : Truncation.head(name, MAX_LABEL_LENGTH) + "…";
  }

  /// Makes the place a keeper of a feed that the origin keeps.
  private PendingReply keep(CommandContext context, String id) {
    String place = nameOf(context.chat());
    return () ->
        kept(context.originChat().key(), id)
            .map(feed -> keep(context, feed, place).inPlace())
            .orElseGet(() -> Reply.note(context.text("press.gone")));
  }

  private Reply keep(CommandContext context, Feed feed, String place) {
    boolean added = keepers.add(feed.id(), context.chat().key());
    String key = added ? "also_in.done" : "also_in.already";
    return Reply.of(context.text(key, feed.displayName(), place));
  }

  private Optional<Feed> kept(ChatKey chat, String id) {
    FeedId wanted = new FeedId(Long.parseLong(id));
    return keepers.feedsKeptBy(chat).stream().filter(feed -> feed.id().equals(wanted)).findFirst();
  }
}
