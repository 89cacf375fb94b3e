package dev.bongsu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.config.Launcher;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The operator's commands as they are shipped, in a folder without a database: no answer names a
/// class of an exception.
class AnswersInWordsTest {
  private static final Pattern CLASS_NAME = Pattern.compile("\\b[A-Z]\\w*(?:Exception|Error)\\b");

  @TempDir private Path folder;
  private final ByteArrayOutputStream all = new ByteArrayOutputStream();

  @Test
  void anImportWithoutDatabaseSaysWhatToDo() throws IOException {
    Path list =
        Files.writeString(
            folder.resolve("list.opml"),
            "<opml><body><outline xmlUrl='https://a.example/rss'/></body></opml>");

    for (String command :
        List.of(
            "opml import FILE --chat console",
            "opml export --chat console",
            "deadletters",
            "deadletters replay 1",
            "deadletters replay all")) {
      all.reset();
      assertThat(run(command.replace("FILE", list.toString()))).isOne();
      assertThat(all.toString(StandardCharsets.UTF_8).strip())
          .endsWith(": the database has no tables yet: start the bot once")
          .hasLineCount(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "feed FILE",
        "read FILE",
        "read --plain FILE",
        "match --query x FILE",
        "opml import FILE --chat console",
        "render --platform telegram FILE",
        "render --platform slack FILE",
        "match --pairs FILE",
        "feed @FILE"
      })
  void nonsenseInAFileIsAnsweredInWords(String command) throws IOException {
    List<String> contents =
        new ArrayList<>(List.of("", "\0", "[[[[", "{\"a\":", "<a", "\uFFFF\uFEFF", "%"));
    contents.add("[".repeat(100_000));
    contents.add("<a>".repeat(100_000));
    contents.add("{\"title\":".repeat(50_000));
    contents.add("{\"title\":{},\"link\":[],\"summary\":9,\"published\":{}}");
    for (String content : contents) {
      all.reset();
      Path file = Files.writeString(folder.resolve("input"), content);
      run(command.replace("FILE", file.toString()));
      assertThat(all.toString(StandardCharsets.UTF_8)).doesNotContainPattern(CLASS_NAME);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "feed http://[",
        "feed http://127.0.0.1/",
        "read http://localhost:22/",
        "feed /",
        "feed @/none",
        "read --base-url :: /none",
        "match --query ((( /none",
        "opml import /none --chat console",
        "opml import / --chat console",
        "render --platform slack /none",
        "doctor"
      })
  void nonsenseOnTheCommandLineIsAnsweredInWords(String command) {
    run(command);
    assertThat(all.toString(StandardCharsets.UTF_8)).isNotBlank().doesNotContainPattern(CLASS_NAME);
  }

  private int run(String command) {
    PrintStream stream = new PrintStream(all, true, StandardCharsets.UTF_8);
    Launcher launcher =
        new Launcher("--spring.datasource.url=jdbc:sqlite:" + folder.resolve("data/bongsu.db"));
    return OperatorCommands.of(launcher, stream, stream).execute(command.split(" "));
  }
}
