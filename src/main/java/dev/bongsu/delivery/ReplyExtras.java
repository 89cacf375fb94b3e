package dev.bongsu.delivery;

import dev.bongsu.chat.Button;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.ReplyMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The parts of a reply besides its text, as stored in the table `delivery`.
record ReplyExtras(List<List<Button>> buttons, ReplyMode mode) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /// The JSON; null for a plain text.
  static @Nullable String toJson(Message.Text reply) {
    boolean plain = reply.buttons().isEmpty() && reply.mode().isNewMessage();
    return plain ? null : JSON.writeValueAsString(new ReplyExtras(reply.buttons(), reply.mode()));
  }

  static Message.Text fromJson(String text, @Nullable String extras) {
    if (extras == null) {
      return new Message.Text(text);
    }
    ReplyExtras read = JSON.readValue(extras, ReplyExtras.class);
    return new Message.Text(text, read.buttons(), read.mode());
  }
}
