package dev.bongsu.analysis;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongToIntFunction;

/// One thing that a query searches for in texts.
public sealed interface SearchTerm permits WordTerm, PrefixTerm, ExactTerm {

  /// A text that contains the term has at least one of these keys.
  ///
  /// @param frequency of a key in recent texts; affects only speed
  /// @return one or two
  List<TermKey> keys(LongToIntFunction frequency);

  /// A text that contains the term has all index terms of at least one of these sets. For an index
  /// of texts, which cannot store all keys of a text.
  List<Set<String>> indexTerms();

  /// An index term that only texts with this term have; empty if there is none.
  default Optional<String> decisiveTerm() {
    return Optional.empty();
  }

  /// The length of a prefix, else 0: the index has to know for which lengths a text needs keys.
  default int prefixLength() {
    return 0;
  }

  /// Equal for terms that occur in the same texts.
  String canonical();
}
