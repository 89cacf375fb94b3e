package dev.bongsu.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DictionaryTest {

  @Test
  void readsSurfacesAndParts() {
    Dictionary dictionary =
        Dictionary.read(new StringReader("\uFEFF# names\n별빛천문대\n\n 우주정거장  우주\t정거장 # two parts\n"));
    assertThat(dictionary.entries()).containsExactly("별빛천문대", "우주정거장 우주 정거장");
    assertThat(dictionary.problems()).isEmpty();
  }

  @Test
  void reportsBadLinesByNumberAndKeepsTheRest() {
    Dictionary dictionary =
        Dictionary.read(new StringReader("별빛천문대\n별빛 천문대\n우주정거장 우주 정류장\n가\n,,,\n해왕성\n"));
    assertThat(dictionary.entries()).containsExactly("별빛천문대", "해왕성");
    assertThat(dictionary.problems()).extracting(LineProblem::line).containsExactly(2, 3, 4, 5);
    assertThat(dictionary.problems().get(1).message()).contains("우주정거장").contains("우주정류장");
    assertThat(new AnalysisChain(dictionary, Synonyms.empty()).terms("해왕성")).hasSize(1);
  }

  @Test
  void shippedListsHaveNoBadLine() throws IOException {
    try (Reader words = Files.newBufferedReader(Path.of("config/dictionary-ko.txt"));
        Reader synonyms = Files.newBufferedReader(Path.of("config/synonyms.txt"))) {
      Dictionary dictionary = Dictionary.read(words);
      assertThat(dictionary.problems()).isEmpty();
      assertThat(dictionary.entries()).doesNotHaveDuplicates();
      assertThat(Synonyms.read(synonyms).problems()).isEmpty();
    }
  }

  @Test
  void synonymsOfAWordAreTheRestOfItsGroup() {
    Synonyms synonyms = Synonyms.read(new StringReader("달, 월구 , 보름달 # moon\n해\n달, 태음\n"));
    assertThat(synonyms.of("월구")).containsExactly("달", "보름달");
    assertThat(synonyms.of("태음")).isEmpty();
    assertThat(synonyms.problems()).extracting(LineProblem::line).containsExactly(2, 3);
  }
}
