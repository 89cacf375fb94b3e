package dev.bongsu.fuzz;

import java.util.List;

/// Good inputs, from which broken ones are made.
final class Samples {
  static final List<String> FEEDS =
      List.of(
          """
          <?xml version="1.0" encoding="UTF-8"?><!DOCTYPE rss [<!ENTITY nbsp " ">]>
          <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
            xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">
          <channel><title>항구&nbsp;소식</title><link>https://a.example/</link><ttl>15</ttl>
          <skipHours><hour>3</hour></skipHours><item><title>&lt;b&gt;속보&lt;/b&gt; 사이버안보 회의</title>
          <link>https://a.example/1?x=1&amp;y=2</link><guid isPermaLink="false">tag:1</guid>
          <pubDate>Mon, 02 Mar 2026 09:00:00 KST</pubDate><dc:creator>기자</dc:creator>
          <description><![CDATA[<p>아홉 나라가 <b>모였다</b>.</p>]]></description>
          <content:encoded>x</content:encoded><media:group><media:content url="https://a.example/a.mp3"/></media:group>
          <enclosure url="https://a.example/a.mp3" length="1" type="audio/mpeg"/></item></channel></rss>
          """,
          """
          <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/" xml:lang="ko">
          <title type="html">T &amp;amp; x</title><link rel="self" href="feed"/><id>urn:1</id><entry>
          <title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <i>b</i></div></title>
          <link href="/1"/><id>urn:2</id><updated>2026-03-02T00:00:00+09:00</updated>
          <summary type="text">Nine nations met.</summary><content type="html">&lt;p&gt;Body</content>
          </entry></feed>
          """,
          """
          {"version":"https://jsonfeed.org/version/1.1","title":"T","home_page_url":"https://a.example/",
          "items":[{"id":1,"url":"https://a.example/1","title":"A","content_html":"<p>x</p>",
          "date_published":"2026-03-02T00:00:00Z","authors":[{"name":"B"}],"tags":["c"]}]}
          """,
          """
          <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
          <channel rdf:about="x"><title>T</title></channel><item rdf:about="https://a.example/1">
          <title>A</title><link>https://a.example/1</link></item></rdf:RDF>
          """);

  static final List<String> PAGES =
      List.of(
          """
          <!DOCTYPE html><html lang="ko"><head><title>사이버안보 회의 열려 - 항구일보</title>
          <meta property="og:title" content="사이버안보 회의 열려"><meta property="article:published_time"
          content="2026-03-02T09:00:00+09:00"><link rel="alternate" type="application/rss+xml" title="T" href="/rss">
          <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle",
          "headline":"사이버안보 회의 열려","datePublished":"2026-03-02","articleBody":"아홉 나라가 모였다."}]}</script>
          </head><body><nav><a href="/">홈</a></nav><article><h1>사이버안보 회의 열려</h1><p class="byline">김기자 기자
          kim@a.example</p><p>아홉 나라의 대표가 금요일 서울에서 만나 사이버 공격을 하루 안에 서로 알리기로 했다.</p>
          <p>지난해 세 항구가 한 주 동안 멈춘 뒤의 일이다.</p><ul><li>첫째</li></ul><table><tr><td>1</td></tr></table>
          </article><aside>관련 기사</aside><footer>ⓒ 항구일보 무단전재 금지</footer></body></html>
          """,
          """
          <html><body><div id="content"><h2>Ports</h2><time datetime="2026-03-02">2 March</time>
          <p>Nine coastal nations agreed on Friday to warn one another within a day.</p><p>CVE-2026-12345 was
          exploited.</p><div class="comments">Reply</div></div></body></html>
          """);

  static final List<String> OPML =
      List.of(
          """
          <?xml version="1.0"?><opml version="2.0"><head><title>L</title></head><body><outline text="A">
          <outline text="항구" title="항구" type="rss" xmlUrl="https://a.example/rss?x=1&amp;y=2" htmlUrl="x"/>
          </outline></body></opml>
          """);

  static final List<String> YAML =
      List.of(
          """
          feeds:
            - name: 항구 소식
              language: ko
              category: news
              address: https://a.example/rss
              interval: 30m
              headers: {User-Agent: Reader/1}
          """,
          """
          subscriptions:
            - query: 사이버안보 회의
              paused: false
          feeds: [https://a.example/rss]
          """);

  static final List<String> QUERIES =
      List.of(
          "사이버안보 회의",
          "(정부 OR 국회) -축구 \"공급망 공격\"~3",
          "ransom* AND title:hospital lang:ko site:a.example",
          "#cyber-diplomacy =AI C++ R&D");

  static final List<String> ADDRESSES =
      List.of(
          "https://me:p%40ss@a.example:8080/b/../c?d=e&f#g",
          "http://봉수.example/경로?질의=값", "HTTP://[2001:db8::1]:80/%zz", "../x?y#z", "a.example/rss");

  static final List<String> COMMANDS =
      List.of(
          "/subscribe 사이버안보 회의",
          "/addfeed https://127.0.0.1/rss",
          "/list",
          "/edit 1 정부",
          "/unsubscribe 1",
          "/pause 1 2h",
          "/mute word",
          "/digest 08:00",
          "/timezone Asia/Seoul",
          "/language en",
          "/search 회의",
          "/try a AND b",
          "/why https://a.example/1",
          "/import subscriptions: [{query: a}]",
          "/import <opml><body><outline xmlUrl='https://a.example/'/></body></opml>",
          "/export yaml",
          "/start CODE",
          "/feeds 2",
          "/removefeed 1",
          "/topics",
          "/forget",
          "/quiet 22:00-07:00",
          "/share 1",
          "/invite",
          "구독 사이버안보",
          "안녕하세요");

  private Samples() {}
}
