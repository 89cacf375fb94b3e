package dev.bongsu.http;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class HttpSettingsTest {
  @Test
  void saysWhatIsNotHostAndPort() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("example.org"))
        .withMessage("allow: 'example.org' is not host:port");
    assertThatNoException().isThrownBy(() -> settings("127.0.0.1:8081"));
    assertThatNoException().isThrownBy(() -> settings("[::1]:8081"));
  }

  private static HttpSettings settings(String allow) {
    return new HttpSettings(
        List.of(allow), Duration.ZERO, DataSize.ofMegabytes(1), Duration.ofSeconds(1));
  }
}
