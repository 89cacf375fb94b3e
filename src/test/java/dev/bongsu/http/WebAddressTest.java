package dev.bongsu.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {
  private static final URI BASE = URI.create("https://news.example/world/list.html?page=2");

  @ParameterizedTest
  @CsvSource({
    "/a, https://news.example/a",
    "a b, https://news.example/world/a%20b",
    "../x, https://news.example/x",
    "?id=7, https://news.example/world/list.html?id=7",
    "//cdn.example/x, https://cdn.example/x",
    "http://other.example, http://other.example/",
    "HTTP://Other.Example/Ä, http://other.example/%C3%84",
    "https://한국.example/뉴스, https://xn--3e0b707e.example/%EB%89%B4%EC%8A%A4",
    "https://a.example/100%/%41?q=a|b, https://a.example/100%25/%41?q=a%7Cb",
    "https://a_b.example/x, https://a_b.example/x",
    "?, https://news.example/world/list.html?",
    "#top, https://news.example/world/list.html?page=2#top",
    "HTTPS:a, ",
    "httpx, https://news.example/world/httpx",
    "http:, ",
    "https://a.example., https://a.example/",
    "https://a.example:/x, https://a.example/x",
    "https://a.example:8443/x, https://a.example:8443/x",
    "https://u:p@a.example/x, https://u:p@a.example/x",
    "https://u@v@a.example/, https://u@v@a.example/",
    "https://[2001:DB8::1]:8080/x, https://[2001:db8::1]:8080/x",
    "https:///a.example/x, https://a.example/x",
    "https://a.example\\b\\c, https://a.example/b/c",
    "https://a.example?x=1, https://a.example/?x=1",
    "https://a.example#x, https://a.example/#x",
    "https://a.example/[1]?a[]=2, https://a.example/%5B1%5D?a[]=2",
    "https://a.example/#a#b[1], https://a.example/#a%23b[1]",
    "https://a.example/%4, https://a.example/%254",
    "https://a.example/%, https://a.example/%25",
    "https://a.example/%zz, https://a.example/%25zz",
    "https://a.example/%4z, https://a.example/%254z",
    "https://a.example/%z4, https://a.example/%25z4",
    "https://a.example/{a}<b>^, https://a.example/%7Ba%7D%3Cb%3E%5E",
    "https://./x, "
  })
  void r056MakesLinksAbsolute(String link, @Nullable String expected) {
    assertThat(WebAddress.resolve(BASE, link).map(URI::toString))
        .isEqualTo(Optional.ofNullable(expected));
  }

  @Test
  void r056JoinsBrokenLines() {
    assertThat(WebAddress.resolve(BASE, "\n https://a.example/x\n  y \n"))
        .contains(URI.create("https://a.example/xy"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTPS://bücher.example/", "Http://bücher.example/"})
  void r056ResolvesAWholeAddressInAnyCase(String link) {
    assertThat(WebAddress.resolve(BASE, link).map(URI::getHost)).contains("xn--bcher-kva.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "javascript:alert(1)", "mailto:a@b.example", "http://", "ftp://x/"})
  void r056DropsTheRest(String link) {
    assertThat(WebAddress.resolve(BASE, link)).isEmpty();
  }

  /// Found by ParserFuzzTest.
  @Test
  void aHostThatIsTooLongIsNoAddress() {
    assertThat(WebAddress.of("http://봉수" + "&".repeat(2_000) + "/")).isEmpty();
    assertThat(WebAddress.of("http://" + "a.".repeat(200) + "example/")).isEmpty();
  }
}
