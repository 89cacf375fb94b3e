package dev.bongsu.match;

/// The atoms under which a query is stored, and what is left to evaluate there.
final class Placement {
  /// An article that satisfies the query has at least one of these. No duplicates.
  final Atom[] atoms;

  /// See [Remainder#signature].
  final int signature;

  /// Evaluated if the signature is not decisive.
  final Formula formula;

  Placement(Atom[] atoms, int signature, Formula formula) {
    this.atoms = atoms;
    this.signature = signature;
    this.formula = formula;
  }
}
