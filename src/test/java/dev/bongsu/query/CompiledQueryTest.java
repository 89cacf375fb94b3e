package dev.bongsu.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bongsu.analysis.AnalysisChain;
import dev.bongsu.analysis.Dictionary;
import dev.bongsu.analysis.Synonyms;
import dev.bongsu.query.ParsedQuery.Valid;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompiledQueryTest {
  private final AnalysisChain chain = new AnalysisChain(Dictionary.empty(), Synonyms.empty());
  private final QueryCompiler compiler = new QueryCompiler(chain, Topics.none());

  private CompiledQuery compiled(String text) {
    return compiler.compile(((Valid) new QueryParser(Topics.none()).parse(text)).query());
  }

  @ParameterizedTest
  @CsvSource({
    "bank hack, hack bank",
    "bank bank hack, hack banks",
    "bank OR hack, hack | Banks",
    "㈜해솔, (주)해솔",
    "zero-day, Zero-Days",
  })
  void equalMeaningHasEqualCanonicalForm(String one, String other) {
    assertThat(compiled(one).canonical()).isEqualTo(compiled(other).canonical());
  }

  @ParameterizedTest
  @CsvSource({
    "IT, it",
    "bank hack, bank OR hack",
    "bank -hack, bank hack",
    "\"bank hack\", \"hack bank\"",
    "회의, 회담",
  })
  void differentMeaningHasDifferentCanonicalForm(String one, String other) {
    assertThat(compiled(one).canonical()).isNotEqualTo(compiled(other).canonical());
  }

  @Test
  void requiresTheRarestAtoms() {
    Condition bank = compiled("bank").condition();
    Condition hack = compiled("hack").condition();
    Condition leak = compiled("leak").condition();
    Requirements requirements = new Requirements(atom -> atom.equals(bank) ? 9 : 1);
    assertThat(requirements.of(compiled("bank hack -game").condition()))
        .containsExactlyInAnyOrder(List.of(bank), List.of(hack));
    assertThat(requirements.of(compiled("bank (hack OR leak) lang:ko").condition()))
        .containsExactlyInAnyOrder(List.of(bank), List.of(hack, leak));
    assertThat(requirements.of(compiled("(bank hack) OR leak").condition()))
        .containsExactly(List.of(hack, leak));
  }

  @Test
  void rejectsAQueryThatRequiresNothing() {
    Query.Not exclusion = new Query.Not(new Query.Word("bank"));
    assertThatThrownBy(() -> compiler.compile(exclusion))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
