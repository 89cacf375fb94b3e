/// Who is told about an article, and in which words.
///
/// `AlertStore` keeps what matched; `AlertWriter` makes the message when it is sent.
///
/// May import `storage`, `chat`, `text`, `query`, `article`, `subscription`, `match`.
@ApplicationModule(
    allowedDependencies = {"storage", "chat", "text", "query", "article", "subscription", "match"})
@NullMarked
package dev.bongsu.alert;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
