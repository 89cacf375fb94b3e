package dev.bongsu.summary;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lines and pieces of news text that are nobody's sentences: bylines, addresses, copyright,
/// captions. Works on one line at a time.
public final class Boilerplate {
  private static final List<String> ROLES =
      List.of("기자", "특파원", "앵커", "리포터", "에디터", "통신원", "논설위원", "칼럼니스트");
  private static final String ROLE = "(?:[가-힣]{1,4})?(?:" + String.join("|", ROLES) + ")";
  private static final String REPORTER = "[가-힣]{2,4}\\s?" + ROLE;
  private static final String MAIL = "[\\w.+-]{1,64}@[\\w-]{1,64}(?:\\.[\\w-]{1,64}){1,4}";

  private static final Pattern MAIL_ADDRESS = Pattern.compile(MAIL);
  private static final Pattern COPYRIGHT =
      Pattern.compile(
          "저작권자|무단\\s*(?:전재|복제|배포|도용)|재배포\\s*(?:금지|를 금)|전재\\s*및\\s*재배포|무단.{0,6}금지"
              + "|(?i:copyright\\s*(?:ⓒ|©|\\(c\\)|\\d{4}|by\\b|the\\b|[A-Z]\\w+\\s+(?:co|inc|corp)\\b))"
              + "|(?i:all\\s+rights?\\s+reserved)|(?i:^[^\\p{L}]{0,5}copyright\\b)|(?:ⓒ|©|\\(c\\))\\s*\\d{4}"
              + "|無断転載|版权所有|未经.{0,6}授权");

  /// What ends an article; a bare `© 2031` may stand under a photograph inside it.
  private static final Pattern RIGHTS_RESERVED =
      Pattern.compile(
          "저작권자|무단\\s*(?:전재|복제|배포|도용)|재배포\\s*(?:금지|를 금)|전재\\s*및\\s*재배포"
              + "|(?i:all\\s+rights?\\s+reserved)|(?i:^[^\\p{L}]{0,5}copyright\\b)|無断転載|版权所有");

  private static final Pattern CAPTION =
      Pattern.compile(
          "^[^\\p{L}\\p{N}]{0,3}(?:사진|자료|그래픽|이미지|출처|영상)\\s*(?:=|제공|출처|[:：/]).{0,80}$"
              + "|^.{0,80}[\\[(<]?(?:사진|이미지|그래픽|자료|출처)\\s?(?:=|제공|:)\\s?[^.]{1,30}$"
              + "|^.{0,80}(?:ⓒ|©)\\s?\\p{L}[^.]{0,30}$|^(?i:photo|image|credit|picture)s?\\s?[:/].{0,80}$");

  /// `[○○뉴스 ○○○ 기자]`, `(서울=○○) ○○○ 기자 =`, `[앵커]`, `WASHINGTON (AP) —`.
  private static final Pattern OPENING =
      Pattern.compile(
          "^(?:[\\[(【<＜][^\\])】>＞]{0,40}(?:기자|특파원|뉴스|신문|일보|통신|데일리|타임스|투데이|앵커|리포트)"
              + "[^\\])】>＞]{0,20}[\\])】>＞]\\s*|[\\[(][가-힣·]{2,12}\\s?=\\s?[^\\])]{1,20}[\\])]\\s*"
              + "|(?:[가-힣]{2,4}[·,\\s]{1,2}){0,2}[가-힣]{2,4}\\s?(?:[가-힣]{2,4}\\s?)?(?:기자|특파원)\\s?=\\s*|\\p{Lu}[\\p{Lu}"
              + " .,]{2,40}(?:,\\s[\\w .]{2,20})?\\s?\\([\\w /]{2,20}\\)\\s?[-–—]+\\s*"
              + "|\\p{Lu}[\\p{L} .]{1,30}(?:,\\s[\\w .]{2,20}){0,3}\\s?/[\\w ]{3,25}/\\s?[-–—]+\\s*)");

  /// The same in brackets, for what stands glued to it from the left.
  private static final Pattern BRACKETED = Pattern.compile("[\\[【][^\\]】]{2,40}기자[\\]】]\\s*");

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
      Pattern.compile(
          "^[\\[(<【/=▲■◆※ⓒ\\s]*(?:[가-힣A-Za-z]{2,12}[=/\\s]\\s*)?(?:취재|글|사진|영상|편집)?\\s?[=:]?\\s?"
              + "[가-힣]{2,4}(?:[·,]\\s?[가-힣]{2,4}){0,3}\\s?"
              + ROLE
              + "[\\])>】\\s/|·,]*(?:[가-힣]{2,4}\\s?"
              + ROLE
              + ")?[\\])>】\\s]*$"
              + "|^(?i:by|reporting by|written by|edited by|editing by)\\s+\\p{Lu}[^.]{1,60}$"
              + "|^[\\[(/\\s]*(?:연합뉴스|뉴시스|뉴스1)[\\])\\s]*$");

  /// A sentence about copyright in the news: "…했다." where a notice says "…합니다." or nothing.
  private static final Pattern DECLARATIVE_ENDING = Pattern.compile("(?<!니)다[.”\"’']*$");

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
    Matcher byline = BRACKETED.matcher(line);
    boolean glued = byline.find() && line.substring(0, byline.start()).indexOf('.') < 0;
    return glued && byline.end() < line.length() ? line.substring(byline.end()) : line;
  }
}
