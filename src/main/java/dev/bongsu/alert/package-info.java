/// Who is told about an article, and in which words.
///
/// `AlertStore` keeps what matched; `AlertWriter` makes the message when it is sent.
///
/// May import `storage`, `chat`, `summary`, `query`, `subscription`, `match`, `article`.
@ApplicationModule(
    allowedDependencies = {
      "storage",
      "chat",
      "summary",
      "query",
      "subscription",
      "match",
      "article"
    })
@NullMarked
package dev.bongsu.alert;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
