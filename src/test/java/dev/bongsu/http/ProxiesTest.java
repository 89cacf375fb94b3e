package dev.bongsu.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bongsu.chat.Secret;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which proxy is used, by the settings and the environment.
class ProxiesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://p.example:3128 | http://p.example:3128",
        "p.example:3128 | http://p.example:3128",
        "HTTP://P.example/ | http://p.example:80",
        "socks5://p.example | socks5://p.example:1080",
        "socks5h://10.0.0.1:9 | socks5://10.0.0.1:9",
        "http://[fd00::1]:3128 | http://[fd00::1]:3128",
        "http://me:s3cret@p.example:1 | http://***@p.example:1",
        "http://a@b:p@p.example:1 | http://***@p.example:1"
      })
  void readsProxiesAndHidesTheirPasswords(String text, String shown) {
    assertThat(ProxyServer.parse(text)).hasToString(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://p.example",
        "ftp://p.example",
        "socks4://p.example",
        "http://",
        "http://a b",
        "http://p.example:0",
        "http://p.example:70000",
        "http://p.example/path",
        "socks5://p:x"
      })
  void refusesWhatIsNoProxyWithoutQuotingIt(String text) {
    String secret = text.replaceFirst("//", "//user:hunter2@");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ProxySettings(new Secret(secret), false))
        .satisfies(e -> assertThat(e.getMessage()).startsWith("proxy ").doesNotContain("hunter2"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> environment(Map.of("ALL_PROXY", secret)))
        .satisfies(
            e -> assertThat(e.getMessage()).startsWith("ALL_PROXY ").doesNotContain("hunter2"));
  }

  @Test
  void userAndPasswordAreDecoded() {
    ProxyServer proxy = ProxyServer.parse("http://u%40x:p%3A%2F+@p.example");
    assertThat(proxy.user()).isEqualTo("u@x");
    assertThat(proxy.password()).isEqualTo("p:/+");
  }

  @Test
  void theEnvironmentIsReadAsEverywhere() {
    Proxies each =
        environment(Map.of("http_proxy", "a:1", "HTTPS_PROXY", "b:2", "ALL_PROXY", "c:3"));
    assertThat(proxy(each, "http://x.example/")).isEqualTo("http://a:1");
    assertThat(proxy(each, "https://x.example/")).isEqualTo("http://b:2");
    assertThat(proxy(each, "wss://x.example/")).isEqualTo("http://b:2");
    assertThat(proxy(environment(Map.of("all_proxy", "socks5://c:3")), "http://x.example/"))
        .isEqualTo("socks5://c:3");
    assertThat(
            proxy(environment(Map.of("HTTP_PROXY", "A:1", "http_proxy", "b:2")), "ws://x.example/"))
        .isEqualTo("http://b:2");
    assertThat(proxy(environment(Map.of("HTTP_PROXY", "a:1")), "https://x.example/"))
        .isEqualTo("-");
    assertThat(proxy(environment(Map.of("HTTPS_PROXY", " ")), "https://x.example/")).isEqualTo("-");
  }

  @Test
  void theSettingGoesBeforeTheEnvironment() {
    Map<String, String> environment = Map.of("HTTPS_PROXY", "b:2", "NO_PROXY", "near.example");
    Proxies set = Proxies.of(new ProxySettings(new Secret("socks5://a:1"), false), environment);
    assertThat(proxy(set, "https://x.example/")).isEqualTo("socks5://a:1");
    assertThat(proxy(set, "https://near.example/")).isEqualTo("-");
    Proxies none = Proxies.of(new ProxySettings(new Secret("none"), false), environment);
    assertThat(proxy(none, "https://x.example/")).isEqualTo("-");
    assertThat(none.description()).isEmpty();
    assertThat(set.description())
        .hasValueSatisfying(text -> assertThat(text).contains("near.example"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*|https://x.example/|-",
        "example|https://x.example/|-",
        ".x.example|https://x.example/|-",
        "*.x.example|https://a.x.example/|-",
        "X.Example|https://x.example/|-",
        "x.example|https://ax.example/|http://p:1",
        "x.example:443|https://x.example/|-",
        "x.example:444|https://x.example/|http://p:1",
        "10.0.0.0/8|http://10.1.2.3/|-",
        "10.0.0.0/8|http://11.1.2.3/|http://p:1",
        "1.2.3.4|http://1.2.3.4:8080/|-",
        "fd00::/8|http://[fd12::1]/|-",
        "[fd12::1]:80|http://[fd12::1]/|-",
        "[fd12::1]:81|http://[fd12::1]/|http://p:1",
        "a.example b.example,c.example|https://b.example/|-",
        ",, 10.0.0.0/99, /|https://x.example/|http://p:1",
        "nothing|http://localhost:81/|-",
        "nothing|http://a.localhost/|-",
        "nothing|http://127.9.9.9/|-",
        "nothing|http://[::1]/|-"
      })
  void hostsWithoutProxy(String noProxy, String target, String expected) {
    assertThat(proxy(environment(Map.of("ALL_PROXY", "p:1", "no_proxy", noProxy)), target))
        .isEqualTo(expected);
  }

  private static Proxies environment(Map<String, String> variables) {
    return Proxies.of(new ProxySettings(new Secret(""), false), variables);
  }

  private static String proxy(Proxies proxies, String target) {
    return proxies.forTarget(URI.create(target)).map(ProxyServer::toString).orElse("-");
  }
}
