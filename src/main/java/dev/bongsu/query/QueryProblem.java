package dev.bongsu.query;

/// Why a query cannot be used. The arguments are those of `ParsedQuery.Invalid`.
public enum QueryProblem {
  /// The text is blank.
  EMPTY,
  /// Longer than 400 characters. Arguments: the limit, the length.
  TOO_LONG,
  /// More than 32 words and phrases. Argument: the limit.
  TOO_MANY_TERMS,
  /// A phrase without a closing quote.
  UNCLOSED_QUOTE,
  /// A parenthesis without its partner. Argument: the parenthesis.
  UNBALANCED_PARENTHESIS,
  /// An operator or a field's name with nothing to work on. Argument: the operator.
  DANGLING_OPERATOR,
  /// Only exclusions, alone or as one side of an OR. Argument: that part, printed.
  ONLY_EXCLUDED,
  /// Only a language, alone or as one side of an OR. Argument: that part, printed.
  NOTHING_REQUIRED,
  /// It requires what it excludes. Argument: the excluded part, printed.
  CONTRADICTION,
  /// An address, which no text is searched for. Arguments: its host, the address.
  ADDRESS,
  /// Only punctuation, particles or small words such as "the".
  NOTHING_TO_SEARCH,
  /// A prefix that too many words begin with. Argument: the prefix.
  PREFIX_TOO_SHORT,
  /// A star that does not end a word. Argument: the word.
  MISPLACED_STAR,
  /// No topic of this name. Arguments: the name, the names nearest to it.
  UNKNOWN_TOPIC,
  /// No field of this name. Arguments: the name, all fields.
  UNKNOWN_FIELD,
  /// No language of this name. Argument: the name.
  UNKNOWN_LANGUAGE,
  /// A field without a usable value. Argument: the field.
  NO_VALUE
}
