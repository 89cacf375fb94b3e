/// Which standing queries an article satisfies, and why.
///
/// `QueryIndex` is the index, `StandingQueries` keeps it in step with the database. A query becomes
/// a `Condition` (package `query`); `PlacementPlanner` chooses the rarest atom it requires; what
/// else it requires is a `Remainder` or a `Formula` over atoms; `IndexLookup` finds candidates by
/// an article's keys, and `ConditionEvaluator` decides. One page with a picture:
/// `docs/matching.md`.
///
/// May import `analysis`, `query`, `subscription`.
@ApplicationModule(allowedDependencies = {"analysis", "query", "subscription"})
@NullMarked
package dev.bongsu.match;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
