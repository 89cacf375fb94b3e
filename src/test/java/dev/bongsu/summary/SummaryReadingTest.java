package dev.bongsu.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A summary is read alone: it says who did what, and nothing in it leans on what is left out.
class SummaryReadingTest {
  private static final String NEWS =
      """
      The harbour council of Halden voted on Monday to close the old fish market for good.
      %s
      The fish market in Halden has lost half of its stalls since the harbour was rebuilt.
      Stalls at the fish market will get money from the council to move to the new harbour hall.
      """;
  private static final String TITLE = "Halden council closes fish market";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "But it may yet keep the fish market open on every Saturday of the summer, the council"
            + " said.",
        "However, the fish market may be used by the council for concerts in the harbour.",
        "When he left the council, the fish market of Halden harbour was still open every day.",
        "Another study of the fish market said that the harbour council had waited too long.",
        "The harbour council will pull the fish market down in spring and build flats, she said."
      })
  void leavesOutWhatLeansOnAMissingSentence(String leaning) {
    assertThat(summary(NEWS.formatted("Gulls were fed there by children.\n" + leaning)))
        .doesNotContain(leaning);
  }

  @Test
  void introducesPeopleBeforeCallingThemByTheirSurname() {
    String bare = "Moss told the council that the fish market of Halden harbour was a danger.";
    String introduced = "Ida Moss, who runs the harbour, had asked the council for years.";
    List<String> without = summary(NEWS.formatted("Nobody spoke.\n" + introduced + "\n" + bare));

    assertThat(without.contains(bare) && !without.contains(introduced)).isFalse();
  }

  @Test
  void quotesNobodyWithoutASpeaker() {
    String quote = "\"The fish market of Halden was the heart of the harbour and of the council.\"";

    assertThat(summary(NEWS.formatted("Nobody spoke.\n" + quote))).doesNotContain(quote);
  }

  @Test
  void answersNothingThatWasNotAsked() {
    String answer = "A: The fish market of Halden harbour was where the council first met.";

    assertThat(summary(NEWS.formatted("Q: What do you miss?\n" + answer))).doesNotContain(answer);
  }

  @Test
  void cutsALongLeadAtAClauseAfterItsVerb() {
    String lead =
        "The harbour council of Halden, which is led by a man who once sold eels there himself,"
            + " voted on Monday to close the old fish market for good, after nine years of quarrels"
            + " over rats, rents and a roof that let in the rain on two days out of every three and"
            + " that nobody wanted to pay for.";
    List<String> summary =
        summary(lead + "\nStalls will get money from the council to move to the new hall.");

    assertThat(summary.getFirst())
        .endsWith("voted on Monday to close the old fish market for good…")
        .satisfies(head -> assertThat(lead).startsWith(head.replace("…", "")));
    assertThat(summary).hasSize(2);
  }

  @Test
  void beginsWithTheNewsRatherThanWithADeckAQuestionOrAPronoun() {
    String lead = "The harbour council of Halden voted on Monday to close the fish market.";
    for (String first :
        List.of(
            "Fish market in Halden harbour faces the end as council votes",
            "Who will buy fish in Halden now that the council has closed the market?",
            "She has sold fish for forty years and now has to look for a stall.")) {
      String body = first + "\n" + lead + "\nStalls will get money to move to the hall.";
      assertThat(summary(body).getFirst()).isEqualTo(lead);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PUTRAJAYA, Nov 22 — ",
        "Kuala Lumpur (Bernama) -- ",
        "Indianapolis – ",
        "LINDI: ",
        "BEIRUT/THE HAGUE, March 7 (Reuters) - "
      })
  void removesWhereAReportWasWritten(String place) {
    String lead = "The council voted on Monday to close the old fish market for good.";

    assertThat(summary(place + lead + "\nStalls will get money to move.\nNobody spoke."))
        .first()
        .isEqualTo(lead);
  }

  @Test
  void saysNothingTwice() {
    String again = "Halden voted to close the old fish market.";

    assertThat(summary(NEWS.formatted(again))).doesNotContain(again);
  }

  @ParameterizedTest
  @CsvSource({
    "이 회사는 내년에도 항만 전산망을 점검하는 회의를 열기로 했다., ko",
    "그는 항만 전산망 회의가 끝난 뒤 연락망이 필요하다고 말했다., ko",
    "이런 가운데 항만 전산망을 노린 공격이 또 있었던 것으로 나타났다., ko",
    "해당 전산망은 지난해 항만 회의에서 만들기로 했던 것이다., ko",
    "“항만 전산망 회의는 해마다 열려야 한다고 생각합니다.”, ko"
  })
  void leavesOutKoreanSentencesThatLean(String leaning, String language) {
    String body =
        """
        해양부가 항만 전산망을 함께 지키는 회의를 3일 송도에서 열고 연락망을 두기로 했다.
        갈매기는 오래전부터 부두의 손님이었고 아이들은 과자를 던져 주곤 했다.
        %s
        참가국들은 항만 전산망에 사고가 나면 24시간 안에 서로 알리기로 했다.
        """
            .formatted(leaning);

    assertThat(Summarizer.summarize("해양부, 항만 전산망 회의", body, language, List.of()))
        .doesNotContain(leaning)
        .hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void keepsAKoreanFamilyNameWithItsIntroduction() {
    String introduced = "금아람 항만청장은 송도에서 기자들을 만났다.";
    String half = "금 청장은 항만 전산망 회의를 해마다 열고 연락망도 두겠다고 말했다.";
    String body = "해양부가 항만 전산망 회의를 3일 송도에서 열었다.\n갈매기는 부두의 손님이다.\n" + introduced + "\n" + half;
    List<String> summary = Summarizer.summarize("해양부, 항만 전산망 회의", body, "ko", List.of());

    assertThat(summary.contains(half) && !summary.contains(introduced)).isFalse();
  }

  @Test
  void dropsAFeedsTextThatBreaksOffBesideAWholeSentence() {
    String whole = "해양부가 항만 전산망 회의를 3일 송도에서 열었다.";

    assertThat(Summarizer.summarize("회의", whole + " 참가국들은 사고가 나면", "ko", List.of()))
        .containsExactly(whole);
  }

  private static List<String> summary(String body) {
    return Summarizer.summarize(TITLE, body, "en", List.of());
  }
}
