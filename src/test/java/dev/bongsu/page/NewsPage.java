package dev.bongsu.page;

import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;

/// A page of a made-up Korean trade paper, built in the ways such pages are: one form around
/// everything, tables, `<br>` for paragraphs, and more advertisers than article.
record NewsPage(Shell shell, Text text, Adverts adverts) {
  static final String TITLE = "해양부, 새별포럼 항만보안 실무회의 개최";
  static final List<String> PARAGRAPHS =
      List.of(
          "한국, 노르테스, 바르카 3국이 함께 마련한 새별포럼 항만보안 실무회의가 30여개국 80여명의 정부 인사와"
              + " 전문가들이 참석한 가운데 지난 3일 송도에서 열렸다.",
          "이번 회의는 지난해 11월 노르테스에서 출범한 ‘새별포럼’의 후속 조치로 만들어진 5개 실무반 가운데 처음" + " 열린 것이다.",
          "개회식에 이어 △항만 전산망 위협 동향 △사고 정보 공유 체계 △선박 통신의 책임 있는 이용 등에 대한" + " 발표와 토론이 이어졌다.",
          "우리나라에서는 한국해양안전원(KMSI)과 해양경찰 전문가가 컨테이너 터미널 침해사고 대응 절차를 각각"
              + " 소개했다. 공동 의장인 한아름 해양부 국제협력대사는 다음과 같은 의장 성명을 발표했다.",
          "△항만을 노린 공격을 막으려면 나라와 지역을 넘는 협력이 필요하다.",
          "△각국은 사고가 나면 24시간 안에 서로 알리는 연락망을 두고, 대응 훈련을 함께 해 나갈 필요가 있다.",
          "이번 회의는 여러 대륙의 항만 당국이 정책과 사례를 나누고 협력 체제를 세우는 데 기여한 것으로 평가된다.");
  static final List<String> SHARE_WORDS = List.of("카카오톡", "네이버 블로그", "url");
  static final List<String> MENU =
      List.of("헤드라인 뉴스", "TOP 뉴스", "이전 스크랩하기", "정기구독 신청하기", "MENU", "회원가입", "PC버전", "닫기");
  static final List<String> ADVERTISERS =
      List.of(
          "가람비전",
          "두솔시큐리티",
          "NORVA",
          "마루텍",
          "하늘게이트",
          "(주)새온정밀",
          "다온네트워크",
          "라온이엔지",
          "미르시스템",
          "바론테크",
          "사이온AX",
          "아리온디지털",
          "주식회사 자람",
          "큰솔정보통신",
          "태온광학",
          "파란하우징",
          "한빛나래테크놀로지코리아",
          "해솔씨엔에스",
          "VOLTEKA",
          "늘봄에이아이",
          "도담에스티",
          "모아전자",
          "벼리소프트",
          "솔찬코리아",
          "온새미로정보기술(주)",
          "팬틸트 / 하우징",
          "초롱게이트 / 스피드게이트",
          "이든아이티에스");

  enum Shell {
    FORM_AND_TABLES,
    FORM_AND_DIVS,
    DIVS
  }

  enum Text {
    LINE_BREAKS,
    PARAGRAPHS,
    DIVS
  }

  enum Adverts {
    LINKED_LIST,
    PLAIN_LIST,
    CELLS,
    IN_BODY_LIST,
    IN_BODY_BREAKS,
    IN_BODY_ONE_LINE,
    ABOVE_LINKED,
    ABOVE_PLAIN,
    ABOVE_IN_BODY,
    IFRAME,
    MARQUEE
  }

  byte[] bytes(Charset charset) {
    return html(charset.name().equals("x-windows-949") ? "euc-kr" : charset.name())
        .getBytes(charset);
  }

  private String html(String charset) {
    return """
    <!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
    <html><head><meta http-equiv="Content-Type" content="text/html; charset=%s">
    <title>%s - 바다안보신문</title>
    <script language="javascript">function go(n){ document.forms[0].submit(); }</script></head>
    <body topmargin=0>%s</body></html>
    """
        .formatted(charset, TITLE, page());
  }

  private String page() {
    String above = above();
    return switch (shell) {
      case FORM_AND_TABLES ->
          """
          <form name=f method=post action=view.asp><input type=hidden name=idx value=83675>
          <table width=960><tr><td>%s</td></tr><tr><td>%s</td></tr>
          <tr><td><table><tr><td id=title>%s</td></tr><tr><td>2031-04-07 14:12</td></tr>
          <tr><td>%s</td></tr><tr><td id=cont>%s</td></tr></table></td>
          <td width=200>%s</td></tr><tr><td>%s</td></tr></table></form>
          """
              .formatted(nav(), above, TITLE, share(), body(), headlines(), foot());
      case FORM_AND_DIVS -> "<form name=f action=view.asp>" + divs(above) + "</form>";
      case DIVS -> divs(above);
    };
  }

  private String divs(String above) {
    return """
    <div id=wrap><div class=top>%s</div>%s<div id=view><div id=news_title>%s</div>
    <div id=news_util>2031-04-07 14:12 %s</div><div id=news_content>%s</div></div>
    <div class=right>%s</div><div id=bottom>%s</div></div>
    """
        .formatted(nav(), above, TITLE, share(), body(), headlines(), foot());
  }

  private static String nav() {
    return "<ul><li><a href=/>홈</a></li><li><a href=/1>정치</a></li><li><a href=/2>항만</a></li></ul>";
  }

  private static String share() {
    return SHARE_WORDS.stream()
        .map(word -> "<li><a href=#>" + word + "</a></li>")
        .collect(Collectors.joining("", "<ul>", "</ul>"));
  }

  private String body() {
    String start = adverts == Adverts.ABOVE_IN_BODY ? list(false) : "";
    return start
        + paragraphs()
        + "<br>[한아름 기자(<a href=mailto:arum@mail.example.kr>arum@mail.example.kr</a>)]"
        + "<br><br>&lt;저작권자: 바다안보신문(<a href=/>www.badasecu.example.kr</a>) 무단전재-재배포금지&gt;<br>"
        + inBody();
  }

  private String paragraphs() {
    List<String> all =
        PARAGRAPHS.stream()
            .map(p -> p.equals(PARAGRAPHS.getFirst()) ? "[바다안보신문 한아름 기자] " + p : p)
            .toList();
    return switch (text) {
      case LINE_BREAKS -> String.join("<br>\n<br>\n", all);
      case PARAGRAPHS -> "<p>" + String.join("</p>\n<p>", all) + "</p>";
      case DIVS -> "<div>" + String.join("</div>\n<div>", all) + "</div>";
    };
  }

  private String inBody() {
    return switch (adverts) {
      case IN_BODY_LIST -> list(false);
      case IN_BODY_BREAKS -> String.join("<br>", ADVERTISERS);
      case IN_BODY_ONE_LINE -> String.join(" ", ADVERTISERS);
      default -> "";
    };
  }

  private String above() {
    return switch (adverts) {
      case ABOVE_LINKED -> list(true);
      case ABOVE_PLAIN -> list(false);
      default -> "";
    };
  }

  private static String headlines() {
    return "<h3>헤드라인 뉴스</h3><h3>TOP 뉴스</h3><a href=#>이전 스크랩하기</a><p>정기구독 신청하기</p>";
  }

  private String foot() {
    String adverts =
        switch (this.adverts) {
          case LINKED_LIST -> list(true);
          case PLAIN_LIST -> list(false);
          case CELLS ->
              "<table><tr><td>" + String.join("</td><td>", ADVERTISERS) + "</td></tr></table>";
          case IFRAME -> "<iframe src=/ad.html>" + list(true) + "</iframe>";
          case MARQUEE -> "<marquee>" + list(true) + "</marquee>";
          default -> "";
        };
    return adverts
        + "<p>Copyright badasecu Co., Ltd. All Rights Reserved.</p>"
        + "<p>MENU</p><a href=#>회원가입</a><p>PC버전</p><p>닫기</p>";
  }

  private static String list(boolean linked) {
    return ADVERTISERS.stream()
        .map(name -> linked ? "<a href=/ad.asp?n=1>" + name + "</a>" : name)
        .collect(Collectors.joining("</li>\n<li>", "<ul><li>", "</li></ul>"));
  }
}
