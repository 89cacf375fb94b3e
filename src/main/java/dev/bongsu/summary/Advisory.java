package dev.bongsu.summary;

import java.util.List;
import java.util.regex.Pattern;

/// Security advisories: lists under fixed headings, not reports about them.
public final class Advisory {
  private static final Pattern IDENTIFIER =
      Pattern.compile(
          "\\b(?:CVE-\\d{4}-\\d{4,7}|ICSA-\\d\\d-\\d{3}-\\d\\d|GHSA(?:-\\w{4}){3}|KVE-\\d{4}-\\d+)\\b");
  private static final Pattern TITLE =
      Pattern.compile(
          "(?:보안\\s?)?업데이트\\s?(?:권고|발표|안내)|취약점\\s?(?:주의|권고|보안)|주의\\s?권고|보안\\s?권고"
              + "|(?i:\\b(?:security )?advisor(?:y|ies)\\b|security (?:update|bulletin)|\\bCVE-\\d{4}-\\d+)");
  private static final Pattern HEADING =
      Pattern.compile(
          "^[□■○◦o\\d.\\s-]{0,6}(?:개요|설명|영향받는.{0,20}|영향을 받는.{0,20}|해결\\s?방안|대응\\s?방안|조치\\s?방안"
              + "|참고\\s?사이트|기타 문의.{0,6}|취약점 (?:설명|정보|내용)|문의처"
              + "|(?i:executive summary|risk evaluation|technical details|affected (?:products?|versions?)"
              + "|vulnerability overview|mitigations?|remediation|summary|impact|severity|description"
              + "|solutions?|fixed versions?|workarounds?|references|cvss.{0,30}|patched versions?))\\s*:?$");
  private static final Pattern LABEL =
      Pattern.compile(
          "^(?i:vendor|equipment|vulnerabilit(?:y|ies)|severity|affected|product|cve id)\\s?:");
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
