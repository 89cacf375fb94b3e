package dev.bongsu.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.language.LanguagePacks;
import dev.bongsu.language.PackFile;
import dev.bongsu.query.BilingualQueries.Expansion;
import dev.bongsu.testkit.ShippedConfig;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BilingualLexiconTest {
  private static final List<String> BOTH = List.of("ko", "en");

  private final BilingualLexicon lexicon = ShippedConfig.BILINGUAL;
  private final BilingualQueries bilingual = new BilingualQueries(lexicon);

  private Expansion expand(String query) {
    return bilingual.expand(ShippedConfig.query(query), BOTH);
  }

  /// A word of two lines has two meanings.
  @Test
  void hasEachWordOnce() {
    assertThat(lexicon.problems()).isEmpty();
    assertThat(lexicon.pairs()).hasSizeGreaterThan(1_400);
  }

  @Test
  void hasNoCommonWord() {
    Set<String> common = new HashSet<>(LanguagePacks.entries(PackFile.SHORT_WORDS, "en"));
    common.addAll(LanguagePacks.entries(PackFile.VERBS, "en"));
    common.addAll(LanguagePacks.entries(PackFile.STOP_WORDS, "en"));
    assertThat(lexicon.pairs().stream().flatMap(pair -> pair.english().stream()))
        .noneMatch(word -> common.contains(word.toLowerCase(Locale.ROOT)));
    assertThat(lexicon.pairs().stream().flatMap(pair -> pair.korean().stream()))
        .allMatch(word -> word.length() > 1);
  }

  @Test
  void worksInBothDirections() {
    for (BilingualLexicon.Pair pair : lexicon.pairs()) {
      for (String korean : pair.korean()) {
        assertThat(lexicon.in("en", korean)).as(korean).isEqualTo(pair.english());
      }
      for (String english : pair.english()) {
        assertThat(lexicon.in("ko", english)).as(english).isEqualTo(pair.korean());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "스파이웨어, 스파이웨어 OR spyware",
    "spyware, spyware OR 스파이웨어",
    "공급망 공격, (공급망 공격) OR \"supply chain attack\"",
    "supply chain attack, (supply chain attack) OR (공급망 공격)",
    "봇넷 병원 -스미싱, (봇넷 OR botnet) 병원 -(스미싱 OR smishing)",
    "title:봇넷, title:(봇넷 OR botnet)",
    "봇넷의, 봇넷의 OR botnet",
    "botnets, botnets OR 봇넷",
    "\"dark web\", \"dark web\" OR 다크웹",
    "봇넷 OR 루트킷, 봇넷 OR botnet OR 루트킷 OR rootkit",
  })
  void printsWhatWasAdded(String query, String printed) {
    Expansion expansion = expand(query);
    assertThat(expansion.query().print()).isEqualTo(printed);
    assertThat(ShippedConfig.query(printed)).isEqualTo(expansion.query());
    assertThat(expansion.added()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=봇넷", "봇넷 lang:ko", "봇넷*", "\"봇넷 병원\"~4", "#ransomware", "site:kisa.or.kr"})
  void leavesWhatIsLiteral(String query) {
    assertThat(expand(query).query()).isEqualTo(ShippedConfig.query(query));
  }

  /// Each pair, written literally, finds nothing of the other language.
  @Test
  void neverMakesALiteralQueryMatch() {
    for (BilingualLexicon.Pair pair : lexicon.pairs()) {
      Stream.concat(pair.korean().stream(), pair.english().stream())
          .flatMap(word -> Stream.of(new Query.Exact(word), literalIn("ko", word)))
          .forEach(
              literal -> assertThat(bilingual.expand(literal, BOTH).query()).isEqualTo(literal));
    }
  }

  private static Query literalIn(String language, String word) {
    return new Query.And(
        List.of(new Query.Phrase(word), new Query.FieldValue(Field.LANG, language)));
  }

  @Test
  void addsOnlyLanguagesThatAreRead() {
    Query query = ShippedConfig.query("봇넷");
    assertThat(bilingual.expand(query, List.of("ko")).query()).isEqualTo(query);
    assertThat(bilingual.expand(query, List.of("ko", "ja")).added()).isEmpty();
  }

  @Test
  void reportsBadLines() {
    String lines = "봇넷 = botnet\n봇넷 botnet\n= rootkit\n루트킷 = botnet";
    assertThat(
            BilingualLexicon.read(new StringReader(lines), ShippedConfig.CHAIN).problems().stream()
                .map(problem -> problem.line()))
        .containsExactly(2, 3, 4);
  }
}
