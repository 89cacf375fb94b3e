package dev.bongsu.conversation;

import dev.bongsu.chat.Button;
import dev.bongsu.chat.ButtonSigner;
import dev.bongsu.chat.Inbound;
import dev.bongsu.chat.Translations;
import dev.bongsu.subscription.Chat;

/// Something asked, and for which chat.
///
/// @param chat the chat it is about: where it was said, or one that the person administers
/// @param originChat the chat it was said in
/// @param translations of the chat it was said in
public record CommandContext(
    Chat chat, Chat originChat, Translations translations, Inbound inbound, ButtonSigner signer) {

  /// A text of ours.
  public String text(String key, Object... arguments) {
    return translations.text(key, arguments);
  }

  /// Whether it is about another chat than the one it was said in.
  public boolean isAboutOtherChat() {
    return !chat.key().equals(originChat.key());
  }

  /// The same about another chat.
  CommandContext forChat(Chat other) {
    return new CommandContext(other, originChat, translations, inbound, signer);
  }

  /// A button in the chat it was said in, about the chat it is about.
  ///
  /// @param label key of its label
  /// @param typed what to type instead; blank if there is nothing
  public Button button(String label, String typed, String verb, Object... arguments) {
    return Button.ofAction(translations.text(label), payload(verb, arguments), typed);
  }

  /// What such a button says.
  public String payload(String verb, Object... arguments) {
    Object[] all = new Object[arguments.length + 1];
    all[0] = isAboutOtherChat() ? chat.key().value() : 0;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return signer.sign(originChat.id(), verb, all);
  }
}
