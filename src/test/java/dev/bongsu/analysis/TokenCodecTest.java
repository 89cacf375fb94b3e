package dev.bongsu.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.testkit.ArticleGenerator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenCodecTest {
  private static final AnalysisChain CHAIN =
      new AnalysisChain(Dictionary.empty(), Synonyms.empty());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "국회ㆍ정부가 회의를 열었다",
        "?!…",
        "한·미 정상, U.S. AI 회의를 열었다. 美 대학들은 universities를 배웠다",
        "İstanbul'da ıspanak ﬁne ＦＵＬＬ 🎉 \uD800 x",
        "학교에 갔다\n學校에 갔다 — 3.5% OECD's, three PCs"
      })
  void decodesWhatItEncoded(String text) {
    AnalysedText analysed = CHAIN.analyse(text);
    AnalysedText restored = CHAIN.restore(text, analysed.encodedTokens());
    assertThat(restored.encodedTokens()).isEqualTo(analysed.encodedTokens());
    assertThat(restored.indexTerms()).isEqualTo(analysed.indexTerms());
    for (String word : List.of("회의", "AI", "美", "university", "학교", "배우")) {
      for (SearchTerm term : CHAIN.terms(word)) {
        assertThat(restored.find(term)).as(word).isEqualTo(analysed.find(term));
      }
    }
  }

  @Test
  void encodesATokenInFewBytes() {
    ArticleGenerator writer = new ArticleGenerator(1);
    String text = writer.body(true, 500) + "\n" + writer.body(false, 500);
    AnalysedText analysed = CHAIN.analyse(text);
    assertThat(CHAIN.restore(text, analysed.encodedTokens()).encodedTokens())
        .isEqualTo(analysed.encodedTokens());
    assertThat(analysed.encodedTokens().length).isLessThan(10_000);
  }
}
