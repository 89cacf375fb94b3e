package dev.bongsu.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.analysis.AnalysisChain;
import dev.bongsu.analysis.Dictionary;
import dev.bongsu.analysis.Synonyms;
import dev.bongsu.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What an archive promises, whatever the database.
abstract class ArchiveContract {
  private ArchiveFixture world;

  abstract TestDatabase open();

  @BeforeEach
  void start() {
    world = new ArchiveFixture(open());
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void nothingIsFoundBeforeItIsOpen() {
    world.add(1, "사이버안보 회의", "세종에서 열렸다.");
    assertThat(world.find("회의")).isEmpty();
    assertThat(world.archive().complete()).isFalse();

    world.catchUp();
    assertThat(world.find("회의")).containsExactly(1L);
    assertThat(world.archive().complete()).isTrue();
  }

  @Test
  void findsTheNewestFirstAndNoMoreThanAskedFor() {
    for (int id = 1; id <= 40; id++) {
      world.add(id, "회의", id % 2 == 0 ? "세종" : "부산");
      world.clock.advance(Duration.ofMinutes(1));
    }
    world.catchUp();
    assertThat(world.find("회의 부산", world.lastDays(1), 3)).containsExactly(39L, 37L, 35L);
    assertThat(world.find("회의 부산")).hasSize(20).startsWith(39L).endsWith(1L);
  }

  @Test
  void indexesNewAndReplacedTexts() {
    world.add(1, "회의", "세종");
    world.catchUp();
    world.clock.advance(Duration.ofMinutes(30));
    world.add(2, "회의", "부산");
    world.change(
        "update article set body = '서울', text_ready_ms = text_ready_ms + 60000 where id = 1");
    world.catchUp();

    assertThat(world.find("회의")).containsExactly(2L, 1L);
    assertThat(world.find("세종")).isEmpty();
    assertThat(world.find("서울")).containsExactly(1L);
  }

  @Test
  void findsWhatWasCommittedLateWithAnEarlierTime() {
    world.add(1, "회의", "세종");
    world.catchUp();
    world.add(2, "회의", "부산");
    world.change("update article set text_ready_ms = text_ready_ms - 60000 where id = 2");
    world.catchUp();
    assertThat(world.find("부산")).containsExactly(2L);
  }

  @Test
  void r077FindsTextsStoredAfterTheClockWasSetBack() {
    world.add(1, "회의", "세종");
    world.catchUp();
    world.clock.advance(Duration.ofHours(-1));
    world.add(2, "회의", "부산");
    world.catchUp();
    assertThat(world.find("부산")).containsExactly(2L);
  }

  @Test
  void deletesWhatIsOlderThanThirtyDays() {
    world.add(1, "회의", "세종");
    world.catchUp();
    world.clock.advance(Duration.ofDays(29));
    world.add(2, "회의", "부산");
    world.catchUp();
    assertThat(world.find("회의")).containsExactly(2L, 1L);

    world.clock.advance(Duration.ofDays(2));
    world.catchUp();
    assertThat(world.find("회의")).containsExactly(2L);
  }

  @Test
  void countsOnlyTheDaysAskedFor() {
    world.add(1, "회의", "세종");
    world.clock.advance(Duration.ofDays(8));
    world.add(2, "회의", "부산");
    world.catchUp();
    assertThat(world.find("회의", world.lastDays(7), 10)).containsExactly(2L);
  }

  @Test
  void showsASecretFeedsArticlesToItsKeepersOnlyAndAPageOnce() {
    world.add(1, world.secretFeed, "http://a.example/x", "회의", "비밀");
    world.add(2, world.feed, "http://a.example/y", "회의", "공개");
    world.add(3, world.secretFeed, "http://a.example/y", "회의", "공개");
    world.catchUp();
    assertThat(world.find("회의")).containsExactly(2L);
    assertThat(world.find("회의", world.keeperOfTheSecretFeed(), 10)).hasSize(2).contains(1L);
  }

  @Test
  void anArticleThatWasThereAtTheFirstPollIsAsOldAsItsDateSays() {
    world.add(1, "옛 회의", "").add(2, "회의", "").add(3, "이상한 회의", "");
    long day = Duration.ofDays(1).toMillis();
    world.change(
        "update article set state = 'silent', published_ms = seen_ms - 20 * "
            + day
            + " where id = 1");
    world.change("update article set state = 'silent', published_ms = 0 where id = 3");
    world.catchUp();
    assertThat(world.find("회의", world.lastDays(7), 10)).containsExactlyInAnyOrder(2L, 3L);
    assertThat(world.find("회의")).hasSize(3);
  }

  @Nested
  class WhateverHappensToTheFolder {
    @BeforeEach
    void fill() {
      for (int id = 1; id <= 30; id++) {
        world.add(id, "회의 " + id, "세종");
      }
      world.catchUp();
    }

    @Test
    void resumesAfterARestart() throws IOException {
      world.restart();
      List<Path> before = segments();
      world.catchUp();
      assertThat(world.find("회의")).hasSize(30);
      assertThat(before).isNotEmpty();
    }

    @Test
    void aCrashLosesNothing() {
      world.clock.advance(Duration.ofSeconds(10));
      world.add(31, "회의 31", "부산");
      world.catchUp();
      world.crash();
      world.catchUp();
      assertThat(world.find("회의")).hasSize(31);
    }

    @Test
    void rebuildsAFolderDeletedWhileTheBotRuns() throws IOException {
      delete(world.folder);
      world.add(31, "회의 31", "부산");
      world.clock.advance(Duration.ofMinutes(1));
      catchUpUntilHealthy();
      assertThat(world.find("회의")).hasSize(31);
      assertThat(segments()).isNotEmpty();
    }

    @Test
    void rebuildsAFolderDeletedWhileTheBotIsDown() throws IOException {
      world.crash();
      delete(world.folder);
      world.catchUp();
      assertThat(world.find("회의")).hasSize(30);
    }

    @Test
    void rebuildsDamagedFiles() throws IOException {
      world.restart();
      for (Path file : segments()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
      catchUpUntilHealthy();
      assertThat(world.find("회의")).hasSize(30);
    }

    @Test
    void rebuildsForAnotherDatabase() {
      world.restart();
      world.change(
          "update article set text_ready_ms = text_ready_ms - 3600000, title = '투표' where id > 0");
      world.catchUp();
      assertThat(world.find("회의")).isEmpty();
      assertThat(world.find("투표")).hasSize(30);
    }

    @Test
    void rebuildsForAnotherAnalysis() {
      world.clock.advance(Duration.ofHours(1));
      world.add(31, "회의 31", "부산");
      world.catchUp();
      world.restart();
      world.change("update article set title = '투표' where id < 31");
      world.catchUp();
      assertThat(world.find("투표")).as("read again without need").isEmpty();

      Dictionary dictionary = new Dictionary(List.of("세종회의"), List.of());
      world.restartWith(new AnalysisChain(dictionary, Synonyms.empty()));
      world.catchUp();
      assertThat(world.find("투표")).hasSize(30);
      assertThat(world.find("회의")).containsExactly(31L);
    }

    @Test
    void aSecondProcessInOnePlaceHasAFolderOfItsOwn() throws IOException {
      try (ArchiveIndexHolder other = new ArchiveIndexHolder(world.folder)) {
        assertThat(other.folderIsThere(2)).isTrue();
      }
      world.clock.advance(Duration.ofMinutes(1));
      world.add(31, "회의 31", "부산");
      assertThat(world.catchUp()).isTrue();
      assertThat(world.find("회의")).hasSize(31);
    }

    private void catchUpUntilHealthy() {
      for (int attempt = 0; attempt < 3; attempt++) {
        world.catchUp();
        world.clock.advance(Duration.ofMinutes(1));
      }
    }

    private List<Path> segments() throws IOException {
      try (Stream<Path> files = Files.list(world.folder)) {
        return files.filter(file -> !file.endsWith("write.lock")).toList();
      }
    }
  }

  /// Another process' archive in the same place.
  private record ArchiveIndexHolder(Path path, ArchiveIndex index) implements AutoCloseable {
    ArchiveIndexHolder(Path path) throws IOException {
      this(path, ArchiveIndex.open(path, "other"));
    }

    boolean folderIsThere(int number) {
      return Files.isDirectory(path.resolveSibling(path.getFileName() + "-" + number));
    }

    @Override
    public void close() {
      index.close();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
