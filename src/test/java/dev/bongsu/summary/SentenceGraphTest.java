package dev.bongsu.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceGraphTest {

  @Test
  void weighsRareWordsMoreThanFrequentOnes() {
    SentenceGraph graph = graph("The ports", "The rain", "The alarms", "Ports close");

    assertThat(graph.similarity(0, 1)).isLessThan(graph.similarity(0, 3));
  }

  @Test
  void measuresSimilarityOfSentences() {
    SentenceGraph graph = graph("Ports share alarms", "Ports share alarms", "Rain falls");

    assertThat(graph.similarity(0, 1)).isEqualTo(1);
    assertThat(graph.similarity(0, 2)).isZero();
  }

  private static SentenceGraph graph(String... sentences) {
    return new SentenceGraph(List.of(sentences).stream().map(SentenceTokens::of).toList());
  }
}
