/// Which standing queries an article satisfies, and why.
///
/// `QueryIndex` is the index, `StandingQueries` keeps it in step with the database.
///
/// May import `analysis`, `query`, `subscription`.
@ApplicationModule(allowedDependencies = {"analysis", "query", "subscription"})
@NullMarked
package dev.bongsu.match;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
