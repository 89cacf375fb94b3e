/// Bongsu watches news feeds and sends chats the news they subscribe to.
///
/// `Bongsu` is the entry point; `pipeline` shows the flow from feeds to messages.
@NullMarked
package dev.bongsu;

import org.jspecify.annotations.NullMarked;
