package dev.bongsu.delivery;

import dev.bongsu.chat.Button;
import dev.bongsu.chat.ButtonSigner;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.ReplyMode;
import dev.bongsu.chat.Translations;
import dev.bongsu.storage.Database;
import dev.bongsu.subscription.Chat;
import dev.bongsu.subscription.ChatStateStore;
import dev.bongsu.subscription.ChatStateStore.SilentTopic;
import dev.bongsu.subscription.ChatStore;
import dev.bongsu.subscription.Subscription;
import dev.bongsu.subscription.SubscriptionStore;
import java.util.List;
import java.util.stream.Collectors;

/// Topics and threads that are closed or deleted while the chat around them is not. Their
/// subscriptions cannot be changed from inside, so they are offered to the chat around.
public final class SilentTopics {
  /// The verb of the button that moves the subscriptions to the chat around the topic.
  public static final String MOVE_VERB = "topmove";

  /// The verb of the button that ends them.
  public static final String END_VERB = "topend";

  private static final int MAX_NAMED = 10;

  private final Database database;
  private final ChatStore chats;
  private final ChatStateStore states;
  private final SubscriptionStore subscriptions;
  private final ChatMerger merger;
  private final ButtonSigner signer;

  public SilentTopics(
      Database database,
      ChatStore chats,
      ChatStateStore states,
      SubscriptionStore subscriptions,
      ChatMerger merger,
      ButtonSigner signer) {
    this.database = database;
    this.chats = chats;
    this.states = states;
    this.subscriptions = subscriptions;
    this.merger = merger;
    this.signer = signer;
  }

  /// The silent topics of a chat that have subscriptions, oldest first; empty for a topic.
  public List<SilentTopic> of(ChatId chat) {
    return chat.thread().isEmpty() ? states.silentTopics(chat) : List.of();
  }

  /// The message to the chat around a topic that has just become silent.
  Message.Text notice(Chat parent, Chat topic, boolean deleted) {
    Translations wording = Translations.in(parent.locale().language());
    String thread = topic.id().thread();
    if (!deleted) {
      return new Message.Text(wording.text("topic.closed", thread));
    }
    SilentTopic silent = new SilentTopic(topic.key(), thread, true);
    if (subscriptions.of(topic.key()).isEmpty()) {
      return new Message.Text(wording.text("topic.deleted", thread));
    }
    return new Message.Text(
        describe(wording, silent) + "\n" + wording.text("topic.offer"),
        List.of(buttons(wording, parent.id(), silent)),
        ReplyMode.NEW_MESSAGE);
  }

  /// What became of a topic, and its subscriptions.
  public String describe(Translations wording, SilentTopic topic) {
    List<Subscription> all = subscriptions.of(topic.key());
    String named =
        all.stream().limit(MAX_NAMED).map(Subscription::text).collect(Collectors.joining(" · "));
    String more = all.size() > MAX_NAMED ? " …" : "";
    String key = topic.deleted() ? "topic.list.deleted" : "topic.list.closed";
    return wording.text(key, topic.thread(), all.size(), named + more);
  }

  /// Buttons that move or end the subscriptions of a topic.
  ///
  /// @param origin the chat that shows the buttons
  public List<Button> buttons(Translations wording, ChatId origin, SilentTopic topic) {
    return List.of(
        button(wording.text("topic.move", topic.thread()), origin, MOVE_VERB, topic),
        button(wording.text("topic.end", topic.thread()), origin, END_VERB, topic));
  }

  private Button button(String label, ChatId origin, String verb, SilentTopic topic) {
    return Button.ofAction(label, signer.sign(origin, verb, topic.key().value()), "");
  }

  /// Gives everything of a silent topic to the chat around it.
  ///
  /// @return the number of subscriptions it had; 0 if it is not silent any more
  public int moveToParent(Chat topic) {
    return database.inTransaction(
        () -> {
          Chat parent = chats.findOrCreate(parentId(topic.id()), topic.locale().language());
          boolean silent = of(parent.id()).stream().anyMatch(t -> t.key().equals(topic.key()));
          int count = silent ? subscriptions.of(topic.key()).size() : 0;
          if (count > 0) {
            merger.merge(topic.key(), parent.key());
          }
          return count;
        });
  }

  static ChatId parentId(ChatId topic) {
    return new ChatId(topic.platform(), topic.workspace(), topic.channel(), "");
  }
}
