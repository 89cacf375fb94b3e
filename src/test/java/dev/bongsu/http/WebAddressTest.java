package dev.bongsu.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
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
    "https://a_b.example/x, https://a_b.example/x"
  })
  void r056MakesLinksAbsolute(String link, String expected) {
    assertThat(WebAddress.resolve(BASE, link)).contains(URI.create(expected));
  }

  @Test
  void r056JoinsBrokenLines() {
    assertThat(WebAddress.resolve(BASE, "\n https://a.example/x\n  y \n"))
        .contains(URI.create("https://a.example/xy"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "javascript:alert(1)", "mailto:a@b.example", "http://", "ftp://x/"})
  void r056DropsTheRest(String link) {
    assertThat(WebAddress.resolve(BASE, link)).isEmpty();
  }
}
