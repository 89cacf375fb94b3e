/// The query language and its topics: text to `Query`, and back.
///
/// `QueryParser` returns a value for good and for bad input alike; `QueryWording` explains both to
/// people; `Topics` are queries with a name; `QueryCompiler` makes a query ready to be evaluated.
///
/// May import `chat`, `analysis`.
@ApplicationModule(allowedDependencies = {"chat", "analysis"})
@NullMarked
package dev.bongsu.query;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
