package dev.bongsu.testkit;

import java.net.URI;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A Korean security paper on a [FeedServer]: EUC-KR throughout, its feed without a charset in the
/// header and with dates in `dc:date` only, its pages with more advertisers than text.
public final class NewsFixture {
  private static final Charset EUC_KR = Charset.forName("EUC-KR");
  private static final String TYPE = "text/xml";

  private static final Map<String, List<String>> STORIES =
      Map.of(
          "spring-festival",
          List.of("세종시, 봄꽃 축제 개막", "세종시가 호수공원에서 봄꽃 축제를 열었다. 축제는 열흘 동안 이어진다."),
          "cyber-column",
          List.of(
              "[사설] 사이버안보 회의, 말로 끝나서는 안 된다",
              "세종에서 열린 사이버안보 회의가 사흘 만에 끝났다. 참가국은 많았지만 약속은 적었다.",
              "정부는 침해사고를 서로 알리는 창구부터 서둘러 마련해야 한다. 예산도 뒷받침돼야 한다."),
          "cyber-meeting",
          List.of(
              "외교부, 세종 프로세스 사이버안보 작업반 회의 열어",
              "한국과 뉴질랜드가 함께 연 세종 프로세스 사이버안보 작업반 회의가 40여개국 정부 인사 90여명이" + " 참석한 가운데 지난 1일 세종에서 열렸다.",
              "이번 회의는 지난해 합의한 다섯 개 작업반 가운데 처음으로 열린 것이다. 참석자들은 사이버 위협" + " 동향과 신뢰구축조치를 논의했다.",
              "공동 의장은 각국 침해사고 대응기관이 서로 연락할 창구를 올해 안에 마련하자고 제안했다."));

  private final FeedServer server;
  private final List<String> published = new ArrayList<>();

  public NewsFixture(FeedServer server) {
    this.server = server;
  }

  public URI feed() {
    return server.address("/rss");
  }

  /// Puts a story on top of the feed, and its page on the server.
  public void publish(String name) {
    server.serve("/news/" + name, page(STORIES.get(name)).getBytes(EUC_KR), "text/html");
    publishWithoutPage(name);
  }

  /// Puts a story on top of the feed; its page is missing.
  public void publishWithoutPage(String name) {
    published.addFirst(name);
    server.serve("/rss", rss().getBytes(EUC_KR), TYPE);
  }

  private String rss() {
    String items = published.stream().map(this::item).collect(Collectors.joining("\n"));
    return """
    <?xml version='1.0' encoding='EUC-KR'?>
    <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
    <title>보람뉴스</title><link>%s</link><language>ko</language>
    %s
    </channel></rss>
    """
        .formatted(server.address("/"), items);
  }

  private String item(String name) {
    List<String> story = STORIES.get(name);
    return """
    <item><title><![CDATA[%s]]></title><link>%s</link>
    <description><![CDATA[%s]]></description>
    <dc:date>Mon, 02 Mar 2026 10:00:00 +0900</dc:date></item>
    """
        .formatted(story.getFirst(), server.address("/news/" + name), story.get(1));
  }

  private static String page(List<String> story) {
    String body = story.subList(1, story.size()).stream().collect(Collectors.joining("<br><br>\n"));
    String adverts =
        IntStream.rangeClosed(1, 60)
            .mapToObj(
                i -> "<li><a href='/ad/%d'>%s</a></li>".formatted(i, i == 7 ? "가람비전" : "광고주" + i))
            .collect(Collectors.joining("\n"));
    return """
    <html><head><meta http-equiv="Content-Type" content="text/html; charset=euc-kr">
    <title>%s</title></head><body><form name="f" method="post"><table><tr><td>
    <h1>%s</h1><div>2026-03-02 10:00</div>
    <ul><li>카카오톡</li><li>네이버 블로그</li><li>url</li></ul>
    <div id="news_content">[보람뉴스 김하늘 기자] %s<br>
    [김하늘 기자(haneul@boram.example)]<br><br>
    &lt;저작권자: 보람뉴스(www.boram.example) 무단전재-재배포금지&gt;</div>
    <h3>헤드라인 뉴스</h3><h3>TOP 뉴스</h3>
    <ul>%s</ul>
    <p>Copyright boram Co., Ltd. All Rights Reserved.</p><p>MENU</p><p>회원가입</p>
    </td></tr></table></form></body></html>
    """
        .formatted(story.getFirst(), story.getFirst(), body, adverts);
  }
}
