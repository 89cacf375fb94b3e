package dev.bongsu.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class ListenAddressTest {
  private final MockEnvironment environment = new MockEnvironment();

  @Test
  void loopbackIsEnoughUnlessSlackCalls() {
    assertThat(address(Map.of())).isEqualTo("127.0.0.1");
    assertThat(address(Map.of("bot-token", "xoxb-1", "app-token", "xapp-1", "signing-secret", "s")))
        .isEqualTo("127.0.0.1");
  }

  @Test
  void allInterfacesWhenSlackCalls() {
    assertThat(address(Map.of("bot-token", "xoxb-1", "signing-secret", "s"))).isEqualTo("0.0.0.0");
  }

  @Test
  void whoeverDecidedHasDecided() {
    environment.setProperty("server.address", "10.0.0.1");
    assertThat(address(Map.of("bot-token", "xoxb-1", "signing-secret", "s"))).isEqualTo("10.0.0.1");
  }

  private String address(Map<String, String> slack) {
    slack.forEach((name, value) -> environment.setProperty("bongsu.slack." + name, value));
    new ListenAddress().postProcessEnvironment(environment, new SpringApplication());
    return environment.getRequiredProperty("server.address");
  }
}
