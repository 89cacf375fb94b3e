package dev.bongsu.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SummarizerTest {
  private static final String TITLE = "해양부, 새별포럼 항만보안 실무회의 개최";
  private static final String BODY =
      """
      새별포럼 항만보안 실무회의가 30여개국 대표 80여명이 참석한 가운데 지난 3일 송도에서 열렸다.
      이번 회의는 지난해 출범한 새별포럼이 처음 마련한 실무급 자리로, 항만 전산망을 노린 공격이 늘면서 추진됐다.
      △항만 전산망 공격 동향 △사고 정보 공유 체계 △선박 통신 보호 규범 등이 논의됐다.
      한국해양안전원은 컨테이너 터미널 침해사고 대응 절차와 훈련 결과를 소개했다.
      “바다는 이어져 있다. 함께 지켜야 한다.”
      참가국들은 사고가 나면 24시간 안에 서로 알리는 연락망을 두기로 했다.
      또 내년 봄에는 노르테스에서 두 번째 회의를 열기로 뜻을 모았다.
      한아름 기자 hanareum@mail.example.kr
      저작권자 ⓒ 바다소식 무단전재 및 재배포 금지
      """;

  @Test
  void choosesTwoOrThreeWholeSentencesWithinTheBudget() {
    List<String> summary = Summarizer.summarize(TITLE, BODY, "ko", List.of());

    assertThat(summary).hasSizeBetween(2, 3).allSatisfy(s -> assertThat(BODY).contains(s));
    assertThat(String.join(" ", summary)).hasSizeLessThanOrEqualTo(Summarizer.MAX_LENGTH);
    assertThat(summary.getFirst()).startsWith("새별포럼 항만보안 실무회의가 30여개국");
  }

  @Test
  void keepsTheArticlesOrder() {
    List<String> summary = Summarizer.summarize(TITLE, BODY, "ko", List.of());

    assertThat(summary.stream().map(BODY::indexOf).toList()).isSorted();
  }

  @Test
  void prefersSentencesWithSubscribedWords() {
    assertThat(Summarizer.summarize(TITLE, BODY, "ko", List.of("연락망")))
        .anyMatch(s -> s.contains("연락망"));
    assertThat(Summarizer.summarize(TITLE, BODY, "ko", List.of("컨테이너 터미널")))
        .anyMatch(s -> s.contains("컨테이너 터미널"));
  }

  @Test
  void isDeterministic() {
    assertThat(Summarizer.summarize(TITLE, BODY, "ko", List.of("항만")))
        .isEqualTo(Summarizer.summarize(TITLE, BODY, "ko", List.of("항만")));
  }

  @Test
  void neverQuotesBylinesAddressesOrCopyright() {
    assertThat(Summarizer.summarize("", BODY, "ko", List.of("한아름", "바다소식", "무단전재")))
        .noneMatch(s -> s.contains("@") || s.contains("저작권자"));
  }

  @Test
  void leavesAShortBodyAsItIs() {
    String body = "회의는 내일 열린다. 장소는 송도다.";
    assertThat(Summarizer.summarize("회의", body, "ko", List.of()))
        .containsExactly("회의는 내일 열린다.", "장소는 송도다.");
    assertThat(Summarizer.summarize("Talks", "Talks open.", "en", List.of()))
        .containsExactly("Talks open.");
    assertThat(Summarizer.summarize("Talks", "", "en", List.of())).isEmpty();
  }

  @Test
  void cutsAtABlankWhereNoWholeSentenceFits() {
    String body = "harbour ".repeat(60).strip() + ".";
    List<String> summary = Summarizer.summarize("Talks", body, "en", List.of());

    assertThat(summary)
        .singleElement()
        .asString()
        .endsWith("harbour…")
        .hasSizeLessThanOrEqualTo(280);
    assertThat(body).startsWith(summary.getFirst().replace("…", ""));
    assertThat(Summarizer.summarize("", "가".repeat(500), "ko", List.of()).getFirst()).hasSize(280);
  }

  @Test
  void prefersTwoSentencesToOneLongOne() {
    String body =
        "The "
            + "very ".repeat(50)
            + "long opening fills the budget.\n"
            + "Ports in nine countries will share alarms about attacks on cranes from May.\n"
            + "The plan was agreed by the ministers on Friday after two days of talks.\n"
            + "Smaller ports get money for training their own crews and buying equipment.";
    assertThat(Summarizer.summarize("Ports share alarms", body, "en", List.of()))
        .hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void keepsALongFirstSentenceThatTellsTheNewsThoughNothingFitsBesideIt() {
    String lead =
        "Ada Varn, the engineer behind the tide gates, the floating cranes and the other machines"
            + " that made the port of Halden one of the busiest in the world, resigned as its chief"
            + " on Wednesday, saying that she could no longer do the work but would stay on the"
            + " board.";
    String body =
        lead
            + "\n"
            + "The board named Ida Moss, its harbour master, as the next chief of the port of"
            + " Halden.\n"
            + "The port was founded in 1911 and has grown in every year but two since then.\n"
            + "Shippers said that they expected no change to the work of the port.";
    assertThat(Summarizer.summarize("Varn resigns as chief of Halden port", body, "en", List.of()))
        .containsExactly(lead);
  }

  @Test
  void removesDateline() {
    String body =
        """
        MONTGOMERY, Ala. -- Voters in Alabama rejected the new tax on river boats on Tuesday.
        Turnout was the highest in two decades, the state's election office said.
        The governor had campaigned for the tax since the beginning of the year.\
        """;
    assertThat(Summarizer.summarize("Alabama rejects boat tax", body, "en", List.of()).getFirst())
        .isEqualTo("Voters in Alabama rejected the new tax on river boats on Tuesday.");
  }

  @Test
  void findsSubscribedWordsLateInLongArticle() {
    String asked = "The old lighthouse stays open.";
    String body =
        IntStream.range(0, 50)
                .mapToObj(i -> "Port number " + i + " shares alarms about attacks on its cranes.")
                .collect(Collectors.joining("\n"))
            + "\n"
            + asked;

    assertThat(Summarizer.summarize("Ports share alarms", body, "en", List.of("lighthouse")))
        .contains(asked);
  }

  @Test
  void distinguishesSentencesFromDecksWithoutFullStops() {
    String deck = "항만 전산망 실무회의 개최와 연락망 합의";
    String body =
        deck
            + """

            새별포럼 항만 전산망 실무회의가 지난 3일 송도에서 열려 연락망을 두기로 했다
            참가국들은 항만 전산망에 사고가 나면 24시간 안에 서로 알리기로 했다
            한국해양안전원은 항만 전산망 침해사고 대응 절차와 훈련 결과를 소개했다
            """;

    assertThat(Summarizer.summarize("항만 전산망 실무회의 개최", body, "ko", List.of()))
        .hasSizeGreaterThanOrEqualTo(2)
        .doesNotContain(deck);
  }

  @Test
  void leavesOutTheTitleAddressesAndWhatIsSaidTwice() {
    String title = "Nine coastal nations share alarms about attacks on the cranes of their ports.";
    String lead = "Nine coastal nations agreed on Friday to share alarms about attacks on ports.";
    String again =
        "Nine coastal nations agreed on Friday to share alarms about attacks on harbours.";
    String tips =
        "Send what you know about alarms and attacks on the ports to desk@ledger.example today.";
    String rest =
        "Smaller towns get money for the training of their crews and for buying equipment.";
    String body = String.join("\n", title, lead, lead, again, tips, rest);

    assertThat(Summarizer.summarize(title, body, "en", List.of("alarms"))).containsExactly(lead);
  }
}
