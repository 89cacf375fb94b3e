/// The query language: text to `Query`, and back.
///
/// `QueryParser` returns a value for good and for bad input alike.
///
/// May import `text`.
@ApplicationModule(allowedDependencies = {"text"})
@NullMarked
package dev.bongsu.query;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
