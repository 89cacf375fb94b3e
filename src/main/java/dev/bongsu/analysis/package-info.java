/// Text to tokens, terms and keys: how articles and the words of queries become comparable.
///
/// `AnalysisChain` is the way in; it gives an `AnalysedText` for a text and a `SearchTerm` for the
/// words of a query. Lucene and its Korean analyser live here. No storage, no network.
///
/// May import `language`.
@ApplicationModule(allowedDependencies = {"language"})
@NullMarked
package dev.bongsu.analysis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
