package dev.bongsu.language;

import java.util.Locale;

/// The files that the folder of a language may hold, `language/ko/stop-words.txt` and the like. The
/// first line of each says what it lists.
public enum PackFile {
  PROFILE(Form.PAIRS),
  STOP_WORDS(Form.WORDS),

  MONTHS(Form.LINES),
  ZONES(Form.PAIRS),
  DAY_HALVES(Form.PAIRS),
  DATE_LINES(Form.LINES),

  FEED_FOOTERS(Form.PHRASES),
  STOP_HEADINGS(Form.WORDS),
  UI_LABELS(Form.WORDS),
  NOTICES(Form.ANY_CASE_LINES),
  REPORTER_ROLES(Form.WORDS),
  BYLINES(Form.LINES),
  BRACKETED_BYLINES(Form.LINES),
  OPENINGS(Form.LINES),
  CAPTIONS(Form.LINES),
  COPYRIGHT_NOTICES(Form.LINES),
  RIGHTS_RESERVED(Form.ANY_CASE_LINES),
  REPORT_ENDINGS(Form.LINES),
  INFLECTIONS(Form.WORDS),

  COLUMN_TITLES(Form.LINES),
  COLUMN_SECTIONS(Form.ANY_CASE_LINES),
  RELEASE_DATELINES(Form.LINES),
  RELEASE_TITLES(Form.ANY_CASE_LINES),
  RELEASE_LABELS(Form.ANY_CASE_LINES),
  LIVE_TITLES(Form.LINES),
  PAYWALLS(Form.ANY_CASE_LINES),

  ADVISORY_TITLES(Form.ANY_CASE_LINES),
  ADVISORY_HEADINGS(Form.ANY_CASE_LINES),
  ADVISORY_LABELS(Form.ANY_CASE_LINES),
  ADVISORY_TABLE_HEADINGS(Form.LINES),
  ADVISORY_ACTIONS(Form.ANY_CASE_LINES),
  AFFECTED_VERSIONS(Form.ANY_CASE_LINES),
  SEVERITY_WORDS(Form.ANY_CASE_LINES),

  ABBREVIATIONS(Form.WORDS),
  NAME_SUFFIXES(Form.WORDS),
  SENTENCE_OPENERS(Form.WORDS),
  STATEMENT_ENDINGS(Form.WORDS),
  CLIPPED_ENDINGS(Form.WORDS),
  QUESTION_LABELS(Form.WORDS),
  CONNECTIVES(Form.LINES),
  CLAUSE_OPENERS(Form.WORDS),
  CLAUSE_OPENERS_WITHOUT_COMMA(Form.WORDS),
  CLAUSE_ENDINGS(Form.WORDS),
  FINITE_VERBS(Form.LINES),
  RELATIVE_WORDS(Form.WORDS),
  PERSON_TITLES(Form.WORDS),
  ANONYMOUS_SPEAKERS(Form.LINES),
  UNNAMED_REMARKS(Form.LINES),
  PRONOUN_SPEAKERS(Form.LINES),
  PRESENTER_PHRASES(Form.ANY_CASE_LINES),
  PAST_TIMES(Form.LINES),
  NEWS_DAYS(Form.LINES),
  DEMANDS(Form.LINES),
  DEFINITIONS(Form.LINES),

  BARE_PARTICLES(Form.WORDS),
  PARTICLES(Form.WORDS),
  NOUN_PARTICLES(Form.WORDS),
  VERB_ENDINGS(Form.WORDS),

  VERBS(Form.WORDS),
  OWN_WORDS(Form.WORDS),
  SHORT_WORDS(Form.WORDS),
  IRREGULAR_FORMS(Form.PAIRS),
  SPELLINGS(Form.PAIRS);

  /// How a file is written.
  enum Form {
    /// Words with blanks between.
    WORDS,
    /// `name=value`, one on each line.
    PAIRS,
    /// Regular expressions, one on each line.
    LINES,
    /// Words with gaps (`…`) and choices (`{a|b}`), one phrase on each line.
    PHRASES,
    /// Regular expressions for any letter case, one on each line.
    ANY_CASE_LINES
  }

  final Form form;

  PackFile(Form form) {
    this.form = form;
  }

  String fileName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
  }
}
