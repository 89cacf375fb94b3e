package dev.bongsu.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkHostTest {
  @ParameterizedTest
  @CsvSource({
    "https://News.Example/a,news.example",
    "https://news.example:8443/a,news.example",
    "https://bank.example@evil.example/a,evil.example",
    "https://bank.example:pw@evil.example:443/,evil.example",
    "https://\u0430pple.example/,xn--pple-43d.example",
    "https://bank.example:x@\u0430pple.example:8080/,xn--pple-43d.example",
    "https://한국.example/,xn--3e0b707e.example",
    "https://[2001:db8::1]/,[2001:db8::1]",
    "mailto:a@b.example,''"
  })
  void r107ShowsTheRealHostOfALink(String link, String host) {
    assertThat(LinkHost.of(URI.create(link))).isEqualTo(host);
  }

  @Test
  void aHostThatIsTooLongIsNotShown() {
    assertThat(LinkHost.of(URI.create("http://봉수" + "&".repeat(2_000) + "/"))).isEmpty();
  }
}
