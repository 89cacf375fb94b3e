package dev.bongsu.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.testkit.ShippedConfig;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnalysisChainTest {
  private final AnalysisChain chain =
      new AnalysisChain(
          Dictionary.read(new StringReader("한국기상연구원\n이사회\n국회\n의대\n애플\n국정원\n사이버안보 사이버 안보")),
          Synonyms.read(new StringReader("미국, 美\n한국기상연구원, KIMR")));

  private List<String> found(String words, String text) {
    AnalysedText analysed = chain.analyse(text);
    return chain.terms(words).stream()
        .flatMap(term -> analysed.find(term).stream())
        .map(place -> text.substring(place.start(), place.end()))
        .distinct()
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "회담, 두 장관의 회담은 길었다., 회담",
    "사이버안보, 사이버 안보 전략을 냈다., 사이버 안보",
    "안보, 사이버안보 전략을 냈다., 안보",
    "해킹조직, 북한해킹조직이 움직였다., 해킹조직",
    "오로라호, 탐사선 오로라호가 떠났다., 오로라호",
    "플루토닉스, 신생 기업 플루토닉스와 손을 잡았다., 플루토닉스",
    "한미, 한·미 훈련이 끝났다., 한·미",
    "대북, 對北 정책을 바꾼다., 對北",
    "미국, 美 의회가 막았다., 美",
    "attack, It attacked two banks., attacked",
    "day, Three days later., days",
    "US, The U.S. agency knew., U.S",
    "node.js, A flaw in node.js was fixed., node.js",
    "㈜해솔, 시공사는 (주)해솔이다., 해솔",
    "해솔, ㈜해솔과 손을 잡았다., 해솔",
    "해솔(주), 해솔은 밝혔다., 해솔",
    "국회, 국회의장이 개회를 알렸다., 국회",
    "국정원, 국정원장이 물러났다., 국정원",
    "의대, 지방의대 정원이 늘었다., 의대",
    "애플, 애플코리아는 답하지 않았다., 애플",
    "플루토닉스, 플루토닉스그룹의 회장, 플루토닉스",
    "수입하다, 곡물을 수입했다., 수입",
    "지도, 새 지도를 펴냈다., 지도",
    "지도, '첫 지도, 도서관에 걸리다', 지도",
    "decrypt, The keys were decrypted., decrypted",
    "reboot, It rebooted twice., rebooted",
    "scam, Two men scammed them., scammed",
    "HMC, Two HMCs failed., HMCs",
    "counter-terror, A counterterror unit came., counterterror",
    "multilateral, A multi-lateral treaty., multi-lateral",
  })
  void findsWhatAReaderWouldUnderline(String words, String text, String underlined) {
    assertThat(found(words, text)).containsExactly(underlined);
  }

  @ParameterizedTest
  @CsvSource({
    "기상, 한국기상연구원이 밝혔다.",
    "사회, 이사회가 열렸다.",
    "이사회, 이 사회가 바뀌었다.",
    "IT, Nobody said it would last.",
    "AI, Ai drew a portrait.",
    "organ, The organization grew.",
    "university, A universal rule.",
    "미국, 맛과 미를 찾는 사람들",
    "구매처, 최대 구매가 처음 나왔다.",
    "국회, 중국회사가 인수했다.",
    "국회, 미국회담은 끝났다.",
    "의대, 노조는 결의대회를 열었다.",
    "애플, 파인애플을 들여왔다.",
    "한국기, 한국기상도가 나왔다.",
    "의대, 회의대상자를 정했다.",
    "지도, 그가 떠난 지도 오래다.",
    "명의, 열 명의 직원이 왔다.",
  })
  void doesNotFindWhatOnlyLooksAlike(String words, String text) {
    assertThat(found(words, text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "인도, 인도양에서 배가 멈췄다.",
    "장애, 장애물을 치웠다.",
    "정당, 정당방위로 보았다.",
    "병원, 병원균을 찾았다.",
  })
  void shippedDictionaryKeepsCompoundsFromMatchingTheirParts(String words, String text) {
    AnalysedText analysed = ShippedConfig.CHAIN.analyse(text);
    assertThat(ShippedConfig.CHAIN.terms(words)).noneMatch(analysed::contains);
  }

  @Test
  void doesNotMatchPhraseAcrossPunctuation() {
    assertThat(found("사이버 안보", "화두는 사이버, 안보, 경제다.")).isEmpty();
    assertThat(found("north korea", "He went north. Korea waited.")).isEmpty();
    assertThat(found("north korea", "in North  Korea today")).containsExactly("North  Korea");
    assertThat(found("훈련 시작", "합동 훈련\n시작 시각은 아침")).isEmpty();
  }

  @Test
  void phraseKeepsItsSmallWords() {
    String text = "이 회의는 매우 중요한 첫 회의라고 두 장관은 말했다.";
    assertThat(found("이 회의", text)).containsExactly("이 회의");
    assertThat(found("그 회의", text)).isEmpty();
    assertThat(found("매우 중요한 첫 회의라고 두 장관", text)).containsExactly("매우 중요한 첫 회의라고 두 장관");
  }

  @Test
  void offsetsPointIntoTheTextAsGiven() {
    assertThat(found("안보", "회의 \u110B\u1161\u11AB\u1107\u1169 전략"))
        .containsExactly("\u110B\u1161\u11AB\u1107\u1169");
    assertThat(found("KIMR", "㈜ ＫＩＭＲ 자료")).containsExactly("ＫＩＭＲ");
    assertThat(found("회의", "🔥🔥 회의 🔥")).containsExactly("회의");
  }

  @Test
  void joinsWordsOnlyIntoOneThatIsKnownAsAWhole() {
    assertThat(chain.joinedTerm(List.of("한국", "기상", "연구원"))).isPresent();
    assertThat(chain.joinedTerm(List.of("합동", "훈련"))).isEmpty();
    assertThat(chain.joinedTerm(List.of("North", "Korea"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\0",
        "회의\0",
        "\uD800회의\uDC00",
        "👨‍👩‍👧",
        "\u0301\u0316\u0301",
        ",,,,",
        "\uFDFA"
      })
  void survivesOddTexts(String text) {
    AnalysedText analysed = chain.analyse(text);
    assertThat(analysed.find(chain.terms("장관").getFirst())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {",", "a ", "\u0301\u0316"})
  void survivesAMegabyte(String piece) {
    AnalysedText analysed = chain.analyse(piece.repeat(1_000_000 / piece.length()));
    assertThat(analysed.find(chain.terms("a ".repeat(190)).getFirst())).isNotNull();
  }

  @Test
  void isThreadSafe() {
    assertThat(
            IntStream.range(0, 200)
                .parallel()
                .mapToObj(_ -> found("해킹조직", "북한해킹조직이 해킹조직을 사칭했다."))
                .distinct())
        .containsExactly(List.of("해킹조직"));
  }
}
