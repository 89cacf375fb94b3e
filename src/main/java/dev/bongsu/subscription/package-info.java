/// Chats and their subscriptions.
///
/// `ChatStore` knows the chats, `SubscriptionStore` their standing queries; equal queries are one
/// row.
///
/// May import `storage`, `chat`, `query`.
@ApplicationModule(allowedDependencies = {"storage", "chat", "query"})
@NullMarked
package dev.bongsu.subscription;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
