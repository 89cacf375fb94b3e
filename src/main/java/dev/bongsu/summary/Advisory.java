package dev.bongsu.summary;

import dev.bongsu.language.LanguagePacks;
import dev.bongsu.language.PackFile;
import java.util.List;
import java.util.regex.Pattern;

/// Security advisories: lists under fixed headings, not reports about them.
public final class Advisory {
  private static final Pattern IDENTIFIER =
      Pattern.compile(
          "\\b(?:CVE-\\d{4}-\\d{4,7}|ICSA-\\d\\d-\\d{3}-\\d\\d|GHSA(?:-\\w{4}){3}|KVE-\\d{4}-\\d+)\\b");
  private static final Pattern TITLE = LanguagePacks.pattern(PackFile.ADVISORY_TITLES);
  private static final Pattern HEADING =
      Pattern.compile(
          "^[□■○◦o\\d.\\s-]{0,6}" + LanguagePacks.anyOf(PackFile.ADVISORY_HEADINGS) + "\\s*:?$");
  private static final Pattern LABEL =
      Pattern.compile("^" + LanguagePacks.anyOf(PackFile.ADVISORY_LABELS) + "\\s?:");
  private static final int MIN_HEADINGS = 2;

  private Advisory() {}

  /// Whether title and body are an advisory: an identifier or such a title, and at least two of the
  /// headings that advisories have.
  public static boolean isAdvisory(String title, List<String> body) {
    long headings =
        body.stream()
            .filter(line -> line.length() <= 60)
            .filter(line -> HEADING.matcher(line).find() || LABEL.matcher(line).find())
            .count();
    boolean named = TITLE.matcher(title).find();
    boolean identified =
        IDENTIFIER.matcher(title).find()
            || body.stream().anyMatch(line -> IDENTIFIER.matcher(line).find());
    return headings >= MIN_HEADINGS && (named || identified);
  }
}
