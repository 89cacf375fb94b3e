package dev.bongsu.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Addresses that lead to `https://news.example/a?id=1`, as redirectors write them.
class RedirectorsTest {
  private static final String TARGET = "https://news.example/a?id=1";
  private static final String ENCODED = "https%3A%2F%2Fnews.example%2Fa%3Fid%3D1";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.google.com/url?rct=j&sa=t&url={}&ct=ga&cd=CAE",
        "https://www.google.co.kr/url?q={}&sa=D",
        "https://l.facebook.com/l.php?u={}&h=AT0",
        "https://lm.facebook.com/l.php?u={}",
        "https://l.instagram.com/?u={}",
        "https://l.threads.net/?u={}&e=AT",
        "https://out.reddit.com/t3_1?url={}&token=AQ",
        "https://slack-redir.net/link?url={}",
        "https://nam02.safelinks.protection.outlook.com/?url={}&data=05",
        "https://urldefense.com/v3/__{raw}__;!!AbC!x$",
        "https://urldefense.proofpoint.com/v2/url?u=https-3A__news.example_a-3Fid-3D1&d=DwMF",
        "https://linkprotect.cudasvc.com/url?a={}&c=E,1",
        "https://secure-web.cisco.com/1aB-c/{}",
        "https://www.youtube.com/redirect?event=video_description&q={}",
        "https://steamcommunity.com/linkfilter/?url={}",
        "https://vk.com/away.php?to={}&cc_key=",
        "https://www.bing.com/news/apiclick.aspx?ref=FexRss&url={}&c=1",
        "https://www.bing.com/ck/a?!&&p=9f&u=a1aHR0cHM6Ly9uZXdzLmV4YW1wbGUvYT9pZD0x&ntb=1",
        "https://r.search.yahoo.com/_ylt=A/RV=2/RE=1/RO=10/RU={}/RK=2/RS=x-",
        "https://duckduckgo.com/l/?uddg={}&rut=1",
        "https://link.zhihu.com/?target={}",
        "https://weibo.cn/sinaurl?u={}",
        "https://www.linkedin.com/redir/redirect?url={}&urlhash=1",
        "https://disq.us/url?url={}",
        "https://go.redirectingat.com/?id=1X&url={}",
        "https://click.linksynergy.com/deeplink?id=1&murl={}",
        "https://www.awin1.com/cread.php?awinmid=1&ued={}",
        "https://href.li/?{raw}",
        "https://www.deviantart.com/users/outgoing?{raw}",
        "https://forum.example/misc/redirect.php?goto={}",
        "https://blog.example/out/?to={}",
        "https://cts.press.example/ct/CT?id=smartlink&url={}",
        "https://mail.example/track/click?id=1&url={}",
        "https://www.google.com/url?url=https%3A%2F%2Fl.facebook.com%2Fl.php%3Fu%3Dhttps%253A%252F%252Fnews.example%252Fa%253Fid%253D1"
      })
  void r8LeadToTheirTarget(String wrapped) {
    String address = wrapped.replace("{}", ENCODED).replace("{raw}", TARGET);
    URI target = CanonicalLink.of(URI.create(address)).orElseThrow();

    assertThat(target).hasToString(TARGET);
    assertThat(CanonicalLink.shown(URI.create(address))).hasToString(TARGET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://sso.example/login?url=https%3A%2F%2Fnews.example%2F",
        "https://a.example/read?url=https%3A%2F%2Fnews.example%2F",
        "https://web.archive.org/web/2026/https://news.example/a",
        "https://a.example/redirect?url=%2Flocal",
        "https://a.example/go?to=javascript:alert(1)",
        "https://a.example/go?to=https%3A%2F%2Flocalhost",
        "https://a.example/link-roundup?u=https%3A%2F%2Fnews.example%2F",
        "https://t.co/AbCdEf"
      })
  void r8OthersStayAsTheyAre(String address) {
    assertThat(CanonicalLink.of(URI.create(address))).contains(URI.create(address));
  }

  @ParameterizedTest
  @CsvSource({
    "https://news.example/a?id=1&utm_source=x&utm_medium=rss,https://news.example/a?id=1",
    "https://news.example/a?gclid=x&id=1,https://news.example/a?id=1",
    "https://news.example/a?ysclid=l1&id=1&_openstat=x,https://news.example/a?id=1",
    "https://news.example/a?id=1&mkt_tok=Nz&srsltid=Af,https://news.example/a?id=1",
    "https://news.example/a?id=1&itm_source=x#top,https://news.example/a?id=1",
    "https://news.example/a?id=1&fbclid=Iw#issue-7,https://news.example/a?id=1#issue-7"
  })
  void r8TheShownLinkHasNoCampaign(URI link, URI shown) {
    assertThat(CanonicalLink.shown(link)).isEqualTo(shown);
  }
}
