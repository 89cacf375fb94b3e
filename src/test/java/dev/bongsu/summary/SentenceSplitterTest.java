package dev.bongsu.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceSplitterTest {

  @Nested
  class InKorean {
    @Test
    void endsWhereTheTextIsGlued() {
      assertThat(korean("회의가 끝났다.이번 회의는 처음이다.DOCKSEC 발표도 있었다."))
          .containsExactly("회의가 끝났다.", "이번 회의는 처음이다.", "DOCKSEC 발표도 있었다.");
    }

    @Test
    void keepsQuotesWhole() {
      assertThat(korean("그는 “협력이 필요하다. 서둘러야 한다.”고 말했다. 회의는 끝났다."))
          .containsExactly("그는 “협력이 필요하다. 서둘러야 한다.”고 말했다.", "회의는 끝났다.");
      assertThat(korean("“서둘러야 한다.” 장관이 강조했다.")).containsExactly("“서둘러야 한다.”", "장관이 강조했다.");
    }

    @Test
    void opensAQuoteRightAfterAnEnd() {
      assertThat(korean("회의가 끝났다.\"이제 시작이다\"라고 그는 말했다."))
          .containsExactly("회의가 끝났다.", "\"이제 시작이다\"라고 그는 말했다.");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "회의는 2031. 4. 7. 부산에서 열렸다.",
          "점유율은 3.5%로 늘었다.",
          "주소는 harbour.example.kr 이다.",
          "위원회(위원장 한아름. 부산대 교수)가 발표했다."
        })
    void doesNotEndInside(String sentence) {
      assertThat(korean(sentence)).containsExactly(sentence);
    }

    @Test
    void takesABulletLineWhole() {
      assertThat(korean("△첫째 원칙이다. 지켜야 한다.\n△둘째 원칙이다."))
          .containsExactly("△첫째 원칙이다. 지켜야 한다.", "△둘째 원칙이다.");
    }
  }

  @Nested
  class InEnglish {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "The U.S. Navy and Mr. Halden met Dr. J. R. Moss on Jan. 5 in St. Varn.",
          "Northgate Inc. shares rose 3.5 percent at 9 a.m. Monday.",
          "The firm (see p. 3. And more) closed.",
          "\"We will go. We must,\" she said.",
          "Version No. 5 of iron.example.com is out.",
          "What is e.g. this?"
        })
    void doesNotEndInside(String sentence) {
      assertThat(english(sentence)).containsExactly(sentence);
    }

    @Test
    void endsBeforeTheNextOpening() {
      assertThat(
              english(
                  "He left the U.S. The talks go on. \"Fine.\" Then all went home… Why? Nobody"
                      + " knows"))
          .containsExactly(
              "He left the U.S.",
              "The talks go on.",
              "\"Fine.\"",
              "Then all went home…",
              "Why?",
              "Nobody knows");
    }

    @Test
    void survivesAQuoteThatIsNeverClosed() {
      assertThat(english("He said \"go. Then he left."))
          .containsExactly("He said \"go.", "Then he left.");
    }
  }

  @Test
  void endsAtIdeographicStops() {
    assertThat(SentenceSplitter.split("会議は終わった。次は釜山で開く。「行く。急ぐ。」と述べた。", "ja"))
        .containsExactly("会議は終わった。", "次は釜山で開く。", "「行く。急ぐ。」と述べた。");
  }

  @Test
  void endsAtEveryLineAndDropsWhatHasNoLetter() {
    assertThat(english("one\n\n***\n two \r\nthree")).containsExactly("one", "two", "three");
  }

  @Test
  void isLinearOnNonsense() {
    String nonsense = "([{“".repeat(50_000) + ")".repeat(50_000) + "a.b.".repeat(50_000);
    assertThat(SentenceSplitter.split(nonsense, "en")).isNotEmpty();
    assertThat(SentenceSplitter.split("가다.".repeat(50_000), "ko")).hasSize(50_000);
  }

  private static List<String> korean(String text) {
    return SentenceSplitter.split(text, "ko");
  }

  private static List<String> english(String text) {
    return SentenceSplitter.split(text, "en");
  }

  @Test
  void takesAGluedDeckAndAListNumberForWhatTheyAre() {
    assertThat(
            SentenceSplitter.split(
                "소형기 6대 도입…“수요 잡겠다” 가람항공이 내년 봄부터 지방공항에서 떠나는 노선 네 개를 새로 연다고 6일 밝혔다.", "ko"))
        .first()
        .asString()
        .isEqualTo("소형기 6대 도입…“수요 잡겠다”");
    assertThat(SentenceSplitter.split("1. Update the server to 7.2.5 at once.", "en")).hasSize(1);
  }

  @Test
  void doesNotEndASentenceAfterAnOrdinalInLanguagesThatWriteADot() {
    assertThat(SentenceSplitter.split("Er kam am 8. Mai nach Bonn. Sie blieb bis zum 1. FC.", "de"))
        .containsExactly("Er kam am 8. Mai nach Bonn.", "Sie blieb bis zum 1. FC.");
    assertThat(SentenceSplitter.split("Hän saapui 3. Toukokuuta illalla.", "fi")).hasSize(1);
  }

  @Test
  void partsALongKoreanLineThatLostItsStops() {
    String line =
        "해양부가 항만 전산망을 지키는 회의를 송도에서 열었다 참가국들은 사고가 나면 하루 안에 서로 알리기로 했다"
            + " 한국해양안전원은 컨테이너 터미널 침해사고 대응 절차와 훈련 결과를 소개했다 다음 회의는 내년 봄 바다보다 먼 곳에서 열릴 예정이다";

    assertThat(SentenceSplitter.split(line, "ko")).hasSize(4);
  }
}
