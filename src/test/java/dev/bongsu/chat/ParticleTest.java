package dev.bongsu.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParticleTest {

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
    assertThat(Particle.OBJECT.after(word)).isEqualTo(object);
    assertThat(Particle.SUBJECT.after(word)).isEqualTo(subject);
    assertThat(Particle.TOPIC.after(word)).isEqualTo(topic);
    assertThat(Particle.WITH.after(word)).isEqualTo(with);
    assertThat(Particle.TOWARDS.after(word)).isEqualTo(towards);
  }

  @Test
  void punctuationAtTheEndIsSilent() {
    assertThat(Particle.OBJECT.after("“목록”")).isEqualTo("을");
    assertThat(Particle.OBJECT.after("회의(세종)!?")).isEqualTo("을");
    assertThat(Particle.OBJECT.after("회의 …")).isEqualTo("를");
  }

  @Test
  void whatIsNotSpokenCountsAsAVowel() {
    assertThat(Particle.OBJECT.after("")).isEqualTo("를");
    assertThat(Particle.TOWARDS.after("!!!")).isEqualTo("로");
    assertThat(Particle.SUBJECT.after("🔔")).isEqualTo("가");
    assertThat(Particle.SUBJECT.after("北")).isEqualTo("가");
  }

  @Test
  void decomposedHangulAndFullWidthLettersAreReadAlike() {
    assertThat(Particle.OBJECT.after(Normalizer.normalize("목록", Normalizer.Form.NFD)))
        .isEqualTo("을");
    assertThat(Particle.OBJECT.after("채널 ３")).isEqualTo("을");
  }

  @Test
  void aLongRunOfPunctuationCostsNoTime() {
    assertThat(Particle.OBJECT.after("!".repeat(500_000) + "목록" + "!".repeat(500_000)))
        .isEqualTo("을");
  }
}
