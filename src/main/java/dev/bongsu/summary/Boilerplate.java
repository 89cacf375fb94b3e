package dev.bongsu.summary;

import dev.bongsu.language.LanguagePacks;
import dev.bongsu.language.PackFile;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lines and pieces of news text that belong to no sentence: bylines, addresses, copyright,
/// captions. Works on one line at a time.
public final class Boilerplate {
  private static final Set<String> ROLES = LanguagePacks.entries(PackFile.REPORTER_ROLES);
  private static final String ROLE =
      "(?:[가-힣]{1,4})?" + LanguagePacks.anyOf(PackFile.REPORTER_ROLES);
  private static final String REPORTER = "[가-힣]{2,4}\\s?" + ROLE;
  private static final String MAIL = "[\\w.+-]{1,64}@[\\w-]{1,64}(?:\\.[\\w-]{1,64}){1,4}";

  private static final Pattern MAIL_ADDRESS = Pattern.compile(MAIL);
  private static final Pattern COPYRIGHT = LanguagePacks.pattern(PackFile.COPYRIGHT_NOTICES);

  /// What ends an article; a bare `© 2031` may stand under a photograph inside it.
  private static final Pattern RIGHTS_RESERVED = LanguagePacks.pattern(PackFile.RIGHTS_RESERVED);

  private static final Pattern CAPTION = LanguagePacks.pattern(PackFile.CAPTIONS);

  /// `[○○뉴스 ○○○ 기자]`, `(서울=○○) ○○○ 기자 =`, `[앵커]`, `WASHINGTON (AP) —`.
  private static final Pattern OPENING = LanguagePacks.pattern(PackFile.OPENINGS);

  /// A byline in brackets that may be glued to the text before it.
  private static final Pattern BRACKETED = LanguagePacks.pattern(PackFile.BRACKETED_BYLINES);

  /// `○○○ 기자 mail@…`, `[○○○ 기자(mail@…)]`, or a bare address after a sentence, at the end of a line.
  private static final Pattern CLOSING =
      Pattern.compile(
          "(?:(?:^|(?<=[.!?…”\"'’)\\]])|\\s)[\\s\\[(<【/=]*"
              + REPORTER
              + "\\s*[|/:,=]?\\s*[(<\\[]?"
              + MAIL
              + "|(?:^|(?<=[.!?…”\"'’)\\]]))[\\s\\[(<【/=]*(?:[가-힣]{2,4}\\s?)?"
              + MAIL
              + "|(?<=[.!?…])[\\s\\[(<【/=]*"
              + REPORTER
              + ")[)\\]>】.]*\\s*$");

  private static final Pattern BYLINE =
      Pattern.compile(LanguagePacks.anyOf(PackFile.BYLINES).replace("{role}", ROLE));

  /// A sentence of a report about copyright: "…했다." where a notice has "…합니다." or no verb.
  private static final Pattern DECLARATIVE_ENDING =
      Pattern.compile(LanguagePacks.anyOf(PackFile.REPORT_ENDINGS) + "[.”\"’']*$");

  private static final int MAX_NOTICE_LENGTH = 400;
  private static final int MAX_MAIL_LINE_LENGTH = 60;
  private static final int CLOSING_SEARCH_LENGTH = 160;

  private Boilerplate() {}

  /// Whether a line says who owns the text: what follows it on a page is not the article.
  public static boolean isCopyright(String line) {
    return line.length() <= MAX_NOTICE_LENGTH
        && COPYRIGHT.matcher(line).find()
        && !DECLARATIVE_ENDING.matcher(line).find();
  }

  /// Whether a copyright line forbids copying, as publishers do below their articles.
  public static boolean isRightsReservedNotice(String line) {
    return isCopyright(line) && RIGHTS_RESERVED.matcher(line).find();
  }

  /// Whether a line is nothing but a byline, an address, a caption or a copyright notice.
  public static boolean isBoilerplate(String line) {
    return line.length() <= MAX_NOTICE_LENGTH
        && (isCopyright(line)
            || BYLINE.matcher(line).find()
            || CAPTION.matcher(line).find()
            || (line.length() <= MAX_MAIL_LINE_LENGTH && hasMailAddress(line)));
  }

  /// Whether a mail address stands in the line.
  public static boolean hasMailAddress(String line) {
    return line.indexOf('@') >= 0 && MAIL_ADDRESS.matcher(line).find();
  }

  /// The line without the agency's opening and the reporter's closing; blank if that was all.
  public static String strip(String line) {
    String opened = withoutOpening(withoutOpening(line));
    if (!mayHaveClosing(opened)) {
      return opened.strip();
    }
    Matcher closing = CLOSING.matcher(opened);
    closing.region(Math.max(0, opened.length() - CLOSING_SEARCH_LENGTH), opened.length());
    closing.useAnchoringBounds(false).useTransparentBounds(true);
    return (closing.find() ? opened.substring(0, closing.start()) : opened).strip();
  }

  /// Most lines need not be looked at closely.
  private static boolean mayHaveClosing(String line) {
    String end = line.substring(Math.max(0, line.length() - CLOSING_SEARCH_LENGTH));
    return end.indexOf('@') >= 0 || ROLES.stream().anyMatch(end::contains);
  }

  private static String withoutOpening(String line) {
    Matcher opening = OPENING.matcher(line);
    if (opening.lookingAt()) {
      return line.substring(opening.end());
    }
    return afterByline(line);
  }

  /// What follows a byline in brackets: what stands before it is a deck.
  static String afterByline(String line) {
    Matcher byline = BRACKETED.matcher(line);
    boolean glued = byline.find() && line.substring(0, byline.start()).indexOf('.') < 0;
    return glued && byline.end() < line.length() ? line.substring(byline.end()) : line;
  }
}
