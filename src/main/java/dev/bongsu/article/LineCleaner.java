package dev.bongsu.article;

import dev.bongsu.text.Boilerplate;
import dev.bongsu.text.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Takes out of a body's lines what is not the article: share words, bylines, what follows the
/// copyright line, lists of advertisers and menus.
final class LineCleaner {
  /// A copyright line ends the text once this much is read; before that it may be a page's head.
  private static final int ENOUGH_TO_STOP = 200;

  private static final int LONGEST_COPYRIGHT = 150;

  private static final Set<String> STOP_HEADINGS =
      Set.of(
          "관련기사",
          "관련뉴스",
          "헤드라인뉴스",
          "top뉴스",
          "많이본뉴스",
          "많이본기사",
          "가장많이본뉴스",
          "인기기사",
          "인기뉴스",
          "최신기사",
          "최신뉴스",
          "주요뉴스",
          "주요기사",
          "추천기사",
          "추천뉴스",
          "이시각주요뉴스",
          "오늘의주요뉴스",
          "포토뉴스",
          "댓글",
          "이기자의다른기사",
          "다른기사보기",
          "함께본기사",
          "실시간뉴스",
          "관련태그",
          "relatedarticles",
          "relatedstories",
          "relatednews",
          "relatedtopics",
          "mostread",
          "mostpopular",
          "topstories",
          "morestories",
          "morenews",
          "trending",
          "trendingnow",
          "recommended",
          "recommendedforyou",
          "youmayalsolike",
          "youmightalsolike",
          "readnext",
          "latestnews",
          "comments",
          "oursponsors",
          "sponsors",
          "関連記事",
          "相关新闻");

  private static final Set<String> FURNITURE =
      Set.of(
          "카카오톡",
          "카카오스토리",
          "네이버블로그",
          "네이버",
          "네이버밴드",
          "밴드",
          "페이스북",
          "트위터",
          "엑스",
          "라인",
          "url",
          "url복사",
          "링크복사",
          "주소복사",
          "공유",
          "공유하기",
          "기사공유",
          "기사공유하기",
          "sns공유",
          "인쇄",
          "인쇄하기",
          "프린트",
          "스크랩",
          "스크랩하기",
          "이전스크랩하기",
          "메일보내기",
          "이메일",
          "글자크기",
          "글자크게",
          "글자작게",
          "글씨크기",
          "가",
          "목록",
          "목록보기",
          "좋아요",
          "싫어요",
          "구독",
          "구독하기",
          "구독신청",
          "로그인",
          "회원가입",
          "menu",
          "메뉴",
          "검색",
          "전체메뉴",
          "닫기",
          "pc버전",
          "맨위로",
          "기사듣기",
          "기사저장",
          "번역",
          "광고",
          "제보하기",
          "뉴스레터구독",
          "share",
          "sharethis",
          "sharethisarticle",
          "tweet",
          "facebook",
          "twitter",
          "linkedin",
          "whatsapp",
          "reddit",
          "email",
          "print",
          "copylink",
          "copy",
          "save",
          "login",
          "signin",
          "signup",
          "subscribe",
          "advertisement",
          "ad",
          "close",
          "search",
          "skiptocontent",
          "listen",
          "bookmark",
          "follow",
          "followus");

  private static final Pattern POINTER = Pattern.compile("^[▶☞☎►▷#＃]");
  private static final Pattern ADDRESS =
      Pattern.compile("^[\\[(<]?(?:https?://|www\\.)\\S{3,300}[\\])>]?$");
  private static final Pattern DATE_LINE =
      Pattern.compile("^.{0,12}(?:19|20)\\d\\d\\s?[-./년年].{1,50}$");
  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]+");
  private static final Pattern NOT_LETTERS_OR_DIGITS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private LineCleaner() {}

  /// The paragraphs of the article, in order; empty if the lines hold no prose at all and are not
  /// few.
  static List<String> clean(List<String> lines, String title) {
    int[] proseFrom = proseFrom(lines);
    String headline = lettersAndDigits(title);
    List<String> kept = new ArrayList<>();
    int read = 0;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean mayStop = read >= ENOUGH_TO_STOP || (read > 0 && read >= proseFrom[i + 1]);
      String text = isStop(line) ? "" : line(line, headline);
      read += Prose.weight(text);
      if (!text.isEmpty()) {
        kept.add(text);
      }
      if ((mayStop && isStop(line)) || endsInCopyright(line)) {
        break;
      }
    }
    return Prose.withoutLists(kept);
  }

  /// One line made text, or blank if it is none.
  private static String line(String line, String headline) {
    if (isFurniture(line, headline)) {
      return "";
    }
    String stripped = Boilerplate.strip(endsInCopyright(line) ? beforeCopyright(line) : line);
    return Boilerplate.isNotProse(stripped) ? "" : stripped;
  }

  /// How much prose stands in the lines from each place on.
  private static int[] proseFrom(List<String> lines) {
    int[] sums = new int[lines.size() + 1];
    for (int i = lines.size() - 1; i >= 0; i--) {
      sums[i] = sums[i + 1] + Prose.weight(lines.get(i));
    }
    return sums;
  }

  private static boolean isStop(String line) {
    return line.length() <= LONGEST_COPYRIGHT
        && (Boilerplate.isCopyright(line) || STOP_HEADINGS.contains(letters(line)));
  }

  /// Whether a whole body stands in one line, its copyright notice included.
  private static boolean endsInCopyright(String line) {
    return line.length() > LONGEST_COPYRIGHT && beforeCopyright(line).length() < line.length();
  }

  private static String beforeCopyright(String line) {
    for (String sentence : Sentences.split(line, "ko")) {
      int at = line.indexOf(sentence);
      if (at >= ENOUGH_TO_STOP / 2 && Boilerplate.isCopyright(sentence)) {
        return line.substring(0, at).strip();
      }
    }
    return line;
  }

  private static boolean isFurniture(String line, String headline) {
    return FURNITURE.contains(letters(line))
        || NOT_LETTERS_OR_DIGITS.matcher(line).matches()
        || POINTER.matcher(line).find()
        || ADDRESS.matcher(line).matches()
        || isDateLine(line)
        || (!headline.isEmpty() && lettersAndDigits(line).equals(headline));
  }

  private static boolean isDateLine(String line) {
    return !Prose.isProse(line) && DATE_LINE.matcher(line).matches();
  }

  private static String letters(String line) {
    return line.length() > 40
        ? ""
        : NOT_LETTERS.matcher(line).replaceAll("").toLowerCase(Locale.ROOT);
  }

  private static String lettersAndDigits(String text) {
    return NOT_LETTERS_OR_DIGITS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
