package dev.bongsu.page;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Lines that stand on news pages and are nobody's text: share words, headings of lists, pointers
/// to other pages, requests to subscribe.
final class BoilerplateLines {
  /// After these come other articles or comments.
  private static final Set<String> STOP_HEADINGS =
      words(
          """
          관련기사 관련뉴스 헤드라인뉴스 top뉴스 많이본뉴스 많이본기사 가장많이본뉴스 가장많이본기사 인기기사
          인기뉴스 최신기사 최신뉴스 주요뉴스 주요기사 추천기사 추천뉴스 이시각주요뉴스 오늘의주요뉴스 포토뉴스
          댓글 댓글목록 댓글쓰기 독자의견 이기자의다른기사 다른기사보기 함께본기사 함께보면좋은기사 실시간뉴스
          관련태그 관련글 이전글 다음글 담당부서
          relatedarticles relatedstories relatednews relatedtopics relatedcontent mostread mostpopular
          topstories morestories morenews moreonthisstory trending trendingnow recommended
          recommendedforyou youmayalsolike youmightalsolike readnext latestnews comments leaveareply
          leaveacomment oursponsors sponsors abouttheauthor recentposts mediacontact mediacontacts
          discussionaboutthispost 関連記事 相关新闻 相关阅读
          """);

  private static final Set<String> UI_LABELS =
      words(
          """
          카카오톡 카카오스토리 네이버블로그 네이버 네이버밴드 밴드 페이스북 트위터 엑스 라인 url url복사
          링크복사 주소복사 공유 공유하기 기사공유 기사공유하기 sns공유 인쇄 인쇄하기 프린트 스크랩 스크랩하기
          이전스크랩하기 메일보내기 이메일 글자크기 글자크게 글자작게 글씨크기 글자크기조정 글자크기설정 가 목록
          목록보기 좋아요 싫어요 추천 비추천 구독 구독하기 구독신청 로그인 회원가입 menu 메뉴 검색 전체메뉴 닫기
          pc버전 맨위로 기사듣기 기사저장 번역 광고 제보하기 뉴스레터구독 본문 페이지정보 본문요약봇 기사원문
          동영상고정취소 본문바로가기 기사본문
          share sharethis sharethisarticle sharethisstory tweet facebook twitter linkedin whatsapp reddit
          email print copylink copy save login signin signup subscribe advertisement ad close search
          skiptocontent listen bookmark follow followus readmore seealso imagesource imagecaption loading
          storycontinuesbelowadvertisement articlecontinuesbelowadvertisement continuereading
          """);

  private static final Pattern POINTER = Pattern.compile("^[▶☞☎►▷#＃]");
  private static final Pattern ADDRESS =
      Pattern.compile("^[\\[(<]?(?:https?://|www\\.)\\S{3,300}[\\])>]?$");

  /// Beginnings of what publishers say to their readers; none of it is news.
  private static final Pattern NOTICE =
      startingWith(
          """
          이 기사는 언론사에서 .{1,20}섹션으로 분류
          기사의 섹션 정보는
          언론사는 개별 기사를
          전체 맥락을 이해하기 위해서는
          인공지능이 자동으로 줄인
          자동요약 기사
          성별과 말하기 속도를
          댓글 정책 안내
          .{0,3}이 (?:자료|기사|보도자료)는 .{1,60}(?:전재하여|제공함을|제공합니다)
          공공누리\\s
          본 저작물은 .{1,60}공공누리
          정책브리핑의 .{1,20}자료는
          .{0,50}만족하(?:셨습|십)니까
          단, 사진, 이미지, 일러스트
          삭제한 댓글은 다시
          <?담당부서>?\\s
          제보는 카카오톡
          ■?\\s?제보하기
          기사 제보
          \\S{2,15} 기자의 기사 모음
          이 기사가 (?:좋으셨다면|마음에)
          .{1,30}구독해\\s?주세요
          [(\\[]?(?:촬영기자|영상취재|영상편집|취재)\\s?[:：=]
          [가-힣A-Z]{2,12}\\s?뉴스 [가-힣]{2,4}(?:입니다|였습니다|이었습니다)\\.$
          (?:read also|also read|read more|see also|related|more on this|photos?|recommended)\\s?:
          sign up (?:for|to) .{0,60}(?:newsletter|email|inbox|daily|weekly)
          subscribe (?:to|for|now)\\b
          .{0,60}is a reader-supported publication
          to receive new posts
          thank you for your patience while
          if you are in reader mode
          a version of this (?:article|story) (?:appears|appeared)
          your email address will not be
          required fields are marked
          (?:you need to|please) enable javascript
          this material may not be published
          (?:story|article) continues below
          we value your privacy
          an official website of the .{1,40}$
          official websites use \\.
          secure \\.\\w+ websites use
          this product is provided subject to
          our standards:
          please share your thoughts\\. we
          we use cookies
          this (?:web)?site uses cookies
          submitted by \\S+ on\\s
          posted (?:by|on)\\s
          filed under
          order reprints
          already (?:a )?(?:subscriber|have an account)
          follow (?:us|me) on\\s
          get the latest\\s
          подписывайтесь на\\s
          читайте также
          lesen sie auch
          lire aussi
          lea también
          leia também
          leggi anche
          (?:published|updated|last updated)\\b[^.]{4,60}$
          \\d+ min(?:ute)?s? read
          image (?:source|caption|credit)
          news provided by
          (?:tags?|topics?)\\s?:
          click here to\\s
          """);

  private static final int MAX_NOTICE_LENGTH = 260;
  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]+");
  private static final Pattern NOT_LETTERS_OR_DIGITS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final String MONTH =
      "(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
          + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
  private static final Pattern DATE_LINE =
      Pattern.compile(
          "^.{0,12}(?:19|20)\\d\\d\\s?[-./년年].{1,50}$|^.{0,25}\\b"
              + MONTH
              + "\\s\\d{1,2},?\\s(?:19|20)\\d\\d\\b.{0,25}$|^.{0,25}\\b\\d{1,2}\\s"
              + MONTH
              + "\\s(?:19|20)\\d\\d\\b.{0,25}$");

  private BoilerplateLines() {}

  /// Whether a line heads a list of other articles or comments, or a mail's signature (RFC 3676).
  static boolean isStopHeading(String line) {
    return line.equals("--") || STOP_HEADINGS.contains(lettersOnly(line));
  }

  /// Whether a line is furniture whatever stands around it.
  static boolean isBoilerplate(String line) {
    return UI_LABELS.contains(lettersOnly(line))
        || NOT_LETTERS_OR_DIGITS.matcher(line).matches()
        || POINTER.matcher(line).find()
        || ADDRESS.matcher(line).matches()
        || (line.length() <= MAX_NOTICE_LENGTH && NOTICE.matcher(line).find())
        || isDateLine(line);
  }

  private static boolean isDateLine(String line) {
    return !Prose.endsSentence(line) && DATE_LINE.matcher(line).matches();
  }

  private static String lettersOnly(String line) {
    return line.length() > 60
        ? ""
        : NOT_LETTERS.matcher(line).replaceAll("").toLowerCase(Locale.ROOT);
  }

  private static Pattern startingWith(String expressions) {
    String joined = expressions.strip().lines().collect(Collectors.joining("|"));
    return Pattern.compile("^(?:" + joined + ")", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static Set<String> words(String list) {
    return Set.of(list.strip().split("\\s+"));
  }
}
