package dev.bongsu.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicFileTest {
  private static final String GOOD =
      """
      name: storms
      title: {ko: 태풍, en: Storms}
      covers: {ko: 태풍 소식, en: News of storms}
      query: {ko: 태풍, en: typhoon OR storm}
      matches: [태풍 상륙, Typhoon nears coast, 2026]
      ignores: [맑은 하늘, Sunny days, Calm sea]
      """;

  @Test
  void readsTopic() {
    TopicFile file = TopicFile.read(GOOD);
    assertThat(file.problems()).isEmpty();
    assertThat(file.topic())
        .isNotNull()
        .satisfies(topic -> assertThat(topic.positiveExamples()).contains("2026"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "name: storms | nome: storms | unknown key 'nome'",
        "en: Storms | em: Storms | 'title.en' is missing or not a text",
        "en: Storms | en: no | 'title.en' is missing or not a text",
        "{ko: 태풍, en: Storms} | Storms | 'title' needs a text under 'ko' and one under 'en'",
        "name: storms | name: Storms! | name 'Storms!': only a-z, 0-9 and hyphens between",
        "[태풍 상륙, Typhoon nears coast, 2026] | [태풍 상륙] | 'matches' needs a list of 3 headlines or"
            + " more",
        "{ko: 태풍, en: Storms} | {ko: 태풍 | line 3 is not YAML: expected ',' or '}', but got :",
      })
  void namesProblem(String part, String replacement, String problem) {
    TopicFile file = TopicFile.read(GOOD.replace(part, replacement));
    assertThat(file.problems()).contains(problem);
    assertThat(file.topic()).isNull();
  }

  @Test
  void namesAllMissingTexts() {
    assertThat(TopicFile.read("name: storms").problems()).hasSize(5);
    assertThat(TopicFile.read("").problems()).hasSize(1);
    assertThat(TopicFile.read("storms").problems()).hasSize(1);
  }
}
