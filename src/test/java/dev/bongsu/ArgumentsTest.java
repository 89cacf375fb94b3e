package dev.bongsu;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
  @Test
  void restoresWhatTheLocaleLost() {
    byte[] commandLine = "java\0-jar\0bongsu.jar\0match\0\0회의\0".getBytes(StandardCharsets.UTF_8);
    assertThat(Arguments.restore(commandLine, "match", "", "\uFFFD\uFFFD"))
        .containsExactly("match", "", "회의");
  }

  @Test
  void keepsWhatItIsGivenWithoutACommandLine() {
    assertThat(Arguments.restore(new byte[0], "\uFFFD")).containsExactly("\uFFFD");
  }
}
