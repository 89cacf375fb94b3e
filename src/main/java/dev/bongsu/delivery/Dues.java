package dev.bongsu.delivery;

import dev.bongsu.chat.ChatKey;
import dev.bongsu.delivery.SendingStore.Head;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Works out when a chat may be written to next, from what it has waiting and what the platform
/// allows. Call it in the transaction that holds the chat's row.
final class Dues {
  private final QueueStore queue;
  private final SendingStore sending;

  Dues(QueueStore queue, SendingStore sending) {
    this.queue = queue;
    this.sending = sending;
  }

  void set(ChatKey chat) {
    Queue state = queue.get(chat.value());
    List<Head> heads = sending.heads(chat.value());
    queue.setDue(chat.value(), due(heads, Urgency.REPLY, state), due(heads, Urgency.ALERT, state));
  }

  /// @return null if there is nothing of this urgency
  private static @Nullable Long due(List<Head> heads, Urgency urgency, Queue state) {
    return heads.stream()
        .filter(head -> head.urgency() == urgency)
        .findFirst()
        .map(head -> Math.max(head.dueMillis(), state.fromMillis(urgency)))
        .orElse(null);
  }
}
