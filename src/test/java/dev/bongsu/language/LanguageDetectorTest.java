package dev.bongsu.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          정부, 해운 안전 국제회의 부산서 개최 | ko
          LG CNS·AWS MOU 체결 | ko
          [속보] HBM4 양산 | ko
          Harbour talks end without a deal | en
          Northgate unveils M7 chip | en
          U.S. and Korea (한국) to hold talks on the ports | en
          港湾の安全会議、釜山で開幕 | ja
          サイバー攻撃が急増 | ja
          港口安全会议在釜山开幕 | zh
          Le ministre annonce un accord pour les ports | und
          Die Regierung hat das Abkommen mit der Stadt | und
          Правительство объявило о переговорах | ru
          Уряд оголосив про переговори у Києві | uk
          الحكومة تعلن عن محادثات | ar
          """)
  void detectsLanguageOfHeadlines(String text, String language) {
    assertThat(LanguageDetector.detect(text)).isEqualTo(language);
  }

  @Test
  void returnsUnknownForTextWithoutLetters() {
    assertThat(LanguageDetector.detect("")).isEqualTo("und");
    assertThat(LanguageDetector.detect("12:30 — 45 %")).isEqualTo("und");
  }
}
