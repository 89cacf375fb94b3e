/// The articles of the last thirty days, searchable on this node.
///
/// `Archive` finds what may satisfy a query, newest first; `ArchiveIndexer` keeps it in step with
/// the table of articles, and makes it anew if it was deleted or damaged. The database is the
/// truth: the folder may be deleted at any time.
///
/// May import `chat`, `analysis`, `summary`, `query`, `feed`, `match`, `article`.
@ApplicationModule(
    allowedDependencies = {"chat", "analysis", "summary", "query", "feed", "match", "article"})
@NullMarked
package dev.bongsu.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
