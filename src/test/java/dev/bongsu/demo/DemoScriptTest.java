package dev.bongsu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class DemoScriptTest {
  @Test
  void addsBothFeedsBeforeItSubscribes() {
    assertThat(new DemoScript(URI.create("http://127.0.0.1:8080")).lines())
        .startsWith(
            "/addfeed http://127.0.0.1:8080/demo/rss.xml",
            "/addfeed http://127.0.0.1:8080/demo/atom.xml")
        .contains("/subscribe 사이버안보 회의");
  }
}
