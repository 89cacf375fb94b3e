package dev.bongsu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.testkit.TestClock;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/// What the newsroom answers.
class NewsroomControllerTest {
  private static final Charset MS949 = Charset.forName("MS949");

  private final TestClock clock = new TestClock();
  private final MockMvc server =
      MockMvcBuilders.standaloneSetup(new NewsroomController(clock)).build();

  @Nested
  class KoreanFeed {
    @Test
    void isEucKrBytesThatOnlyTheXmlDeclarationTells() throws Exception {
      clock.advance(Duration.ofHours(1));
      MockHttpServletResponse answer = get("/demo/rss.xml");
      assertThat(answer.getHeader(HttpHeaders.CONTENT_TYPE)).isEqualTo("text/xml");
      assertThat(text(answer, MS949))
          .startsWith("<?xml version=\"1.0\" encoding=\"EUC-KR\"?>")
          .contains("사이버안보 회의", "똠얌꿍")
          .doesNotContain("\uFFFD");
    }

    @Test
    void isWellFormedNewestFirstWithAbsoluteLinks() throws Exception {
      clock.advance(Newsroom.PUBLISH_INTERVAL);
      Document feed = xml(text(get("/demo/rss.xml"), MS949));
      NodeList titles = feed.getElementsByTagName("title");
      assertThat(titles.item(1).getTextContent()).contains("부산서 사이버안보 회의");
      assertThat(titles.item(2).getTextContent()).contains("도서관");
      assertThat(feed.getElementsByTagName("link").item(1).getTextContent())
          .startsWith("http://localhost/demo/news/")
          .endsWith("/five-nation-cyber-meeting");
      assertThat(feed.getElementsByTagName("pubDate").item(0).getTextContent())
          .isEqualTo("Mon, 2 Mar 2026 09:00:03 +0900");
    }
  }

  @Nested
  class AtomFeedInUtf8 {
    @Test
    void isWellFormedAndInBothLanguages() throws Exception {
      clock.advance(Duration.ofHours(1));
      MockHttpServletResponse answer = get("/demo/atom.xml");
      String text = text(answer, StandardCharsets.UTF_8);
      assertThat(answer.getHeader(HttpHeaders.CONTENT_TYPE)).isEqualTo("application/atom+xml");
      assertThat(text).contains("반도체 장비", "cybersecurity meeting").doesNotContain("\uFFFD");
      assertThat(xml(text).getElementsByTagName("entry").getLength()).isEqualTo(9);
    }
  }

  @Nested
  class ConditionalRequests {
    @Test
    void areAnswered304WhileNothingIsNew() throws Exception {
      String tag = tag(get("/demo/rss.xml"));
      MockHttpServletResponse again = get("/demo/rss.xml", HttpHeaders.IF_NONE_MATCH, tag);
      assertThat(again.getStatus()).isEqualTo(304);
      assertThat(again.getContentAsByteArray()).isEmpty();
    }

    @Test
    void areAnsweredInFullOnceAStoryIsOut() throws Exception {
      String tag = tag(get("/demo/rss.xml"));
      clock.advance(Newsroom.PUBLISH_INTERVAL);
      MockHttpServletResponse again = get("/demo/rss.xml", HttpHeaders.IF_NONE_MATCH, tag);
      assertThat(again.getStatus()).isEqualTo(200);
      assertThat(tag(again)).isNotEqualTo(tag);
    }

    @Test
    void mayNameTheDateInstead() throws Exception {
      String date = String.valueOf(get("/demo/atom.xml").getHeader(HttpHeaders.LAST_MODIFIED));
      assertThat(get("/demo/atom.xml", HttpHeaders.IF_MODIFIED_SINCE, date).getStatus())
          .isEqualTo(304);
    }
  }

  @Nested
  class Pages {
    @Test
    void areEucKrWhenKorean() throws Exception {
      MockHttpServletResponse answer = get(link("/demo/rss.xml"));
      assertThat(answer.getHeader(HttpHeaders.CONTENT_TYPE)).isEqualTo("text/html");
      assertThat(text(answer, MS949))
          .contains("charset=euc-kr", "<h1>동네 도서관 예산 12%", "무단전재-재배포금지", "가온누리시큐텍")
          .doesNotContain("{{", "\uFFFD");
    }

    @Test
    void areUtf8WhenEnglish() throws Exception {
      MockHttpServletResponse answer = get(link("/demo/atom.xml"));
      assertThat(answer.getHeader(HttpHeaders.CONTENT_TYPE)).isEqualTo("text/html;charset=UTF-8");
      assertThat(text(answer, StandardCharsets.UTF_8))
          .contains("<h1>Coastal storm", "2 March 2026, 00:00 UTC", "cookie", "The morning letter")
          .doesNotContain("{{");
    }

    @Test
    void escapeWhatTheyAreMadeOf() throws Exception {
      clock.advance(Duration.ofHours(1));
      String path = link("/demo/atom.xml").replace("training-fund-agreed", "keeper-saves");
      assertThat(get(path).getStatus()).isEqualTo(404);
      String page = text(get(path.replace("keeper-saves", "keeper-saves-three-penalties")), MS949);
      assertThat(page).contains("&quot;I look at the standing foot,&quot;");
    }
  }

  @Test
  void frontPageNamesBothFeeds() throws Exception {
    assertThat(text(get("/demo/"), StandardCharsets.UTF_8))
        .contains("type=\"application/rss+xml\"", "href=\"/demo/rss.xml\"")
        .contains("type=\"application/atom+xml\"", "href=\"/demo/atom.xml\"");
  }

  /// The page of a feed's newest story.
  private String link(String feed) throws Exception {
    boolean atom = feed.contains("atom");
    Document document = xml(text(get(feed), atom ? StandardCharsets.UTF_8 : MS949));
    String address =
        document.getElementsByTagName(atom ? "id" : "guid").item(atom ? 1 : 0).getTextContent();
    return address.replace("http://localhost", "");
  }

  private static String tag(MockHttpServletResponse answer) {
    return String.valueOf(answer.getHeader(HttpHeaders.ETAG));
  }

  private MockHttpServletResponse get(String path) throws Exception {
    return perform(MockMvcRequestBuilders.get(path));
  }

  private MockHttpServletResponse get(String path, String header, String value) throws Exception {
    return perform(MockMvcRequestBuilders.get(path).header(header, value));
  }

  private MockHttpServletResponse perform(MockHttpServletRequestBuilder request) throws Exception {
    return server.perform(request).andReturn().getResponse();
  }

  private static String text(MockHttpServletResponse answer, Charset charset) {
    return new String(answer.getContentAsByteArray(), charset);
  }

  private static Document xml(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text)));
  }
}
