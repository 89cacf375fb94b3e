package dev.bongsu.conversation;

import dev.bongsu.chat.Button;
import dev.bongsu.chat.Inbound;
import dev.bongsu.chat.PressSeal;
import dev.bongsu.chat.Wording;
import dev.bongsu.subscription.Chat;

/// Something asked, and for which chat.
///
/// @param chat the chat it is about: where it was said, or one that the person administers
/// @param here the chat it was said in
/// @param wording of the chat it was said in
public record Asked(Chat chat, Chat here, Wording wording, Inbound inbound, PressSeal seal) {

  /// A text of ours.
  public String say(String key, Object... arguments) {
    return wording.say(key, arguments);
  }

  /// Whether it is about another chat than the one it was said in.
  public boolean isElsewhere() {
    return !chat.key().equals(here.key());
  }

  /// The same about another chat.
  Asked about(Chat other) {
    return new Asked(other, here, wording, inbound, seal);
  }

  /// A button in the chat it was said in, about the chat it is about.
  ///
  /// @param label key of its label
  /// @param typed what to type instead; blank if there is nothing
  public Button button(String label, String typed, String verb, Object... arguments) {
    return Button.saying(wording.say(label), press(verb, arguments), typed);
  }

  /// What such a button says.
  public String press(String verb, Object... arguments) {
    Object[] all = new Object[arguments.length + 1];
    all[0] = isElsewhere() ? chat.key().value() : 0;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return seal.seal(here.id(), verb, all);
  }
}
