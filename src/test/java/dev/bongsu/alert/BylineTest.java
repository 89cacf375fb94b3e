package dev.bongsu.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BylineTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "김하나|김하나",
        "김하나 기자|김하나 기자",
        "hana@paper.example (김하나)|김하나",
        "김하나 hana@paper.example|김하나",
        "김하나 기자 <hana@paper.example>|김하나 기자",
        "By Jane Doe|Jane Doe",
        "Jane Doe, https://paper.example/jane|Jane Doe",
        "Jane Doe, John Roe|Jane Doe, John Roe",
        "Jane (Berlin) Doe|Jane (Berlin) Doe",
        "Byron Low|Byron Low"
      })
  void namesWhoWrote(String author, String shown) {
    assertThat(Byline.of(author, "Paper")).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "noreply@blog.example (Unknown)",
        "hana@paper.example",
        "https://paper.example/jane",
        "admin",
        "관리자",
        "The Paper",
        "paper",
        "-",
        "1234"
      })
  void nobodyIsNamed(String author) {
    assertThat(Byline.of(author, "The Paper: Security")).isEmpty();
  }

  @Test
  void itIsOneShortLine() {
    assertThat(Byline.of("Jane\nDoe", "Paper")).isEqualTo("Jane Doe");
    assertThat(Byline.of("Jane Doe, ".repeat(9), "Paper"))
        .startsWith("Jane Doe, Jane Doe")
        .endsWith("Doe …")
        .hasSizeLessThan(64);
    assertThat(Byline.of("x".repeat(61), "Paper")).isEmpty();
  }
}
