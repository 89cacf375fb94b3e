/// The articles of the last thirty days, searchable on this node.
///
/// `Archive` finds candidates of a query, newest first; `ArchiveIndexer` keeps it up to date with
/// the table of articles, and rebuilds it if it was deleted or damaged. The database is
/// authoritative: the folder may be deleted at any time.
///
/// May import `chat`, `analysis`, `summary`, `query`, `feed`, `match`, `article`.
@ApplicationModule(
    allowedDependencies = {"chat", "analysis", "summary", "query", "feed", "match", "article"})
@NullMarked
package dev.bongsu.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
