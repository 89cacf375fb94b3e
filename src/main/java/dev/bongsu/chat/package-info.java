/// Ids of chats, messages in both directions, and the interfaces that a platform implements.
///
/// Begin with `ChatId`, `Message`, `Inbound`, `ChatSender` with `SendResult`, and `Translations`
/// for texts in the chat's language.
///
/// May import no other package of ours.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.bongsu.chat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
