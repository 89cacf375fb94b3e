package dev.bongsu.delivery;

import dev.bongsu.chat.ChatKey;
import dev.bongsu.delivery.DeliveryStore.Head;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Works out when a chat may be written to next, from what it has waiting and what the platform
/// allows. Call it in the transaction that holds the chat's row.
final class ChatSchedule {
  private final ChatQueueStore queue;
  private final DeliveryStore sending;

  ChatSchedule(ChatQueueStore queue, DeliveryStore sending) {
    this.queue = queue;
    this.sending = sending;
  }

  void reschedule(ChatKey chat) {
    ChatQueue state = queue.get(chat.value());
    List<Head> heads = sending.heads(chat.value());
    queue.setDue(
        chat.value(),
        dueMillis(heads, DeliveryPriority.REPLY, state),
        dueMillis(heads, DeliveryPriority.ALERT, state));
  }

  /// @return null if there is nothing of this urgency
  private static @Nullable Long dueMillis(
      List<Head> heads, DeliveryPriority urgency, ChatQueue state) {
    return heads.stream()
        .filter(head -> head.priority() == urgency)
        .findFirst()
        .map(head -> Math.max(head.dueMillis(), state.earliestMillis(urgency)))
        .orElse(null);
  }
}
