/// Who is spoken to and what is said: ids of chats, messages, and the port that a platform
/// implements.
///
/// The way in: `ChatId`, `Message`, `Inbound`, `ChatSender` with `SendResult`, and `Translations`
/// for texts in the chat's language.
///
/// May import no other package of ours.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.bongsu.chat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
