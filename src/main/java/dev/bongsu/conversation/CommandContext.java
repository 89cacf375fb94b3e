package dev.bongsu.conversation;

import dev.bongsu.chat.Button;
import dev.bongsu.chat.ButtonSigner;
import dev.bongsu.chat.Inbound;
import dev.bongsu.chat.Translations;
import dev.bongsu.subscription.Chat;

/// A command or button press, and the chat it is about.
///
/// @param chat the chat it is about: the origin, or one that the person administers
/// @param originChat the chat it was sent from
/// @param translations of the origin
/// @param mayTakeLong whether nobody waits behind it, so that it may ask the network for a minute
public record CommandContext(
    Chat chat,
    Chat originChat,
    Translations translations,
    Inbound inbound,
    ButtonSigner signer,
    boolean mayTakeLong) {

  /// A text in the language of the origin.
  public String text(String key, Object... arguments) {
    return translations.text(key, arguments);
  }

  /// Whether it is about another chat than its origin.
  public boolean isAboutOtherChat() {
    return !chat.key().equals(originChat.key());
  }

  /// The same about another chat.
  public CommandContext forChat(Chat other) {
    return new CommandContext(other, originChat, translations, inbound, signer, mayTakeLong);
  }

  /// A button in the origin, about the chat.
  ///
  /// @param label key of its label
  /// @param typed the command to type instead; blank if there is none
  public Button button(String label, String typed, String verb, Object... arguments) {
    return Button.ofAction(translations.text(label), payload(verb, arguments), typed);
  }

  /// The signed payload of such a button.
  public String payload(String verb, Object... arguments) {
    Object[] all = new Object[arguments.length + 1];
    all[0] = isAboutOtherChat() ? chat.key().value() : 0;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return signer.sign(originChat.id(), verb, all);
  }
}
