package dev.bongsu.analysis;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongToIntFunction;

/// One thing that a query looks for in texts, ready to be looked up.
public sealed interface SearchTerm permits WordTerm, PrefixTerm, ExactTerm {

  /// Keys of which a text has at least one where this term stands in it.
  ///
  /// @param frequency how often a key is seen; affects speed alone
  /// @return one or two
  List<TermKey> keys(LongToIntFunction frequency);

  /// What a text has where this term stands in it: all the clues of at least one of these ways. For
  /// an index of texts, which cannot hold every key of theirs.
  List<Set<String>> indexTerms();

  /// A clue of which is known that this term stands wherever it does; empty if there is none. For
  /// an index of texts, too.
  default Optional<String> decisiveTerm() {
    return Optional.empty();
  }

  /// Of a prefix its length, else 0: the index has to know which lengths to ask a text for.
  default int prefixLength() {
    return 0;
  }

  /// Equal for terms that stand in the same texts.
  String canonical();
}
