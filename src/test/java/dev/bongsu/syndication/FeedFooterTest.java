package dev.bongsu.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.language.LanguagePacks;
import dev.bongsu.language.PackFile;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedFooterTest {
  private static final String TEXT = "Nine ports agreed. The post office closed, it said.";

  static List<String> footers() {
    return LanguagePacks.languages().stream()
        .flatMap(language -> LanguagePacks.entries(PackFile.FEED_FOOTERS, language).stream())
        .toList();
  }

  /// Each phrase with its first and its last choices.
  @ParameterizedTest
  @MethodSource("footers")
  void r14LeavesOutWhatEachPackLists(String phrase) {
    for (String choice : new String[] {"\\{([^|}]*)[^}]*}", "\\{(?:[^|}]*\\|)*([^|}]*)}"}) {
      String footer =
          phrase
              .replaceAll(choice, "$1")
              .strip()
              .replaceFirst("…(?=.*…)", "Harbour 9, “open” – again")
              .replace("…", "Port News");
      for (String end : List.of("", ".", "。", ". ", " »")) {
        assertThat(FeedFooter.remove(TEXT + "\n" + footer + end, "Harbour 9")).isEqualTo(TEXT);
        assertThat(FeedFooter.remove(TEXT + " " + footer + end, "")).isEqualTo(TEXT);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "The post office on Main Street closed.",
        "The article says that the virus appeared first on farms. Nobody knows why it spread.",
        "Der Beitrag der Länder steigt.",
        "The post X appeared first on",
        "게시물이 삭제되었습니다.",
        "投稿 9 は削除されました。",
        "The post office closed. It appeared first on maps in 1790 and later moved.",
        "The outpost first appeared on maps in 1790. Later the post moved."
      })
  void r14LeavesTextAlone(String text) {
    assertThat(FeedFooter.remove(text, "Ports")).isEqualTo(text);
  }
}
