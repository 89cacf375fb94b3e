package dev.bongsu.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KoreanParticlePairTest {

  @ParameterizedTest
  @CsvSource({
    "회의,를,가,는,와,로",
    "목록,을,이,은,과,으로",
    "서울,을,이,은,과,로",
    "봉수 3,을,이,은,과,으로",
    "채널 7,을,이,은,과,로",
    "2,를,가,는,와,로",
    "100,을,이,은,과,으로",
    "BBC,를,가,는,와,로",
    "KBS N,을,이,은,과,으로",
    "HTML,을,이,은,과,로",
    "VR,을,이,은,과,로",
    "server,를,가,는,와,로",
    "Telegram,을,이,은,과,으로",
    "Slack,을,이,은,과,으로",
    "phishing,을,이,은,과,으로",
    "chatbot,을,이,은,과,으로",
    "Microsoft,를,가,는,와,로",
    "update,를,가,는,와,로"
  })
  void theFormFitsTheLastSound(
      String word, String object, String subject, String topic, String with, String towards) {
    assertThat(KoreanParticlePair.OBJECT.formAfter(word)).isEqualTo(object);
    assertThat(KoreanParticlePair.SUBJECT.formAfter(word)).isEqualTo(subject);
    assertThat(KoreanParticlePair.TOPIC.formAfter(word)).isEqualTo(topic);
    assertThat(KoreanParticlePair.WITH.formAfter(word)).isEqualTo(with);
    assertThat(KoreanParticlePair.TOWARDS.formAfter(word)).isEqualTo(towards);
  }

  @Test
  void punctuationAtTheEndIsSilent() {
    assertThat(KoreanParticlePair.OBJECT.formAfter("“목록”")).isEqualTo("을");
    assertThat(KoreanParticlePair.OBJECT.formAfter("회의(세종)!?")).isEqualTo("을");
    assertThat(KoreanParticlePair.OBJECT.formAfter("회의 …")).isEqualTo("를");
  }

  @Test
  void unspokenEndingCountsAsVowel() {
    assertThat(KoreanParticlePair.OBJECT.formAfter("")).isEqualTo("를");
    assertThat(KoreanParticlePair.TOWARDS.formAfter("!!!")).isEqualTo("로");
    assertThat(KoreanParticlePair.SUBJECT.formAfter("🔔")).isEqualTo("가");
    assertThat(KoreanParticlePair.SUBJECT.formAfter("北")).isEqualTo("가");
  }

  @Test
  void decomposedHangulAndFullWidthLettersAreReadAlike() {
    assertThat(KoreanParticlePair.OBJECT.formAfter(Normalizer.normalize("목록", Normalizer.Form.NFD)))
        .isEqualTo("을");
    assertThat(KoreanParticlePair.OBJECT.formAfter("채널 ３")).isEqualTo("을");
  }

  @Test
  void aLongRunOfPunctuationCostsNoTime() {
    assertThat(
            KoreanParticlePair.OBJECT.formAfter("!".repeat(500_000) + "목록" + "!".repeat(500_000)))
        .isEqualTo("을");
  }
}
