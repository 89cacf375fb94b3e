package dev.bongsu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.Platform;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `/removefeed` of several feeds, or of all.
class FeedRemovalTest {
  private final NewsWorld world = new NewsWorld(Platform.TELEGRAM, Map.of()).withOwner();

  @AfterEach
  void stop() {
    world.close();
  }

  private void five() {
    for (String name : new String[] {"A", "B", "C", "D", "E"}) {
      world.feed("/" + name, name);
      world.addFeed("reader", "/" + name);
    }
  }

  @ParameterizedTest
  @CsvSource({"1 3-5,B", "'2, 4',A C E", "3번 1,B D E", "5-4,A B C", "１、２ 3,D E", "#1 #2,C D E"})
  void c12SeveralFeedsGoAtOnce(String which, String left) {
    five();
    assertThat(world.ask("reader", "/removefeed " + which)).startsWith("Removed from this chat");
    String list = world.ask("reader", "/feeds");
    for (String name : new String[] {"A", "B", "C", "D", "E"}) {
      assertThat(list.contains(". " + name + " ")).isEqualTo(left.contains(name));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 9", "2-8", "1 x", "all 1", "0"})
  void c12ANumberThatIsNoneIsNamedAndNothingGoes(String which) {
    five();
    assertThat(world.ask("reader", "/removefeed " + which)).startsWith("There is no feed");
    assertThat(world.ask("reader", "/feeds")).startsWith("5 feeds");
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", "ALL", "모두", "전부", "*"})
  void c12AllGoAfterAConfirmation(String all) {
    five();
    assertThat(world.ask("reader", "/removefeed " + all)).contains("all 5 feeds", "Sure?");
    assertThat(world.ask("reader", "/feeds")).startsWith("5 feeds");
    world.ask("reader", "/removefeed " + all);
    world.press("reader", "Yes, remove them");
    assertThat(world.ask("reader", "/feeds")).startsWith("There are no feeds");
    assertThat(world.ask("reader", "/removefeed " + all)).startsWith("There is no feed");
  }

  @Test
  void c12AnOwnerIsAskedBeforeOthersLoseAFeed() {
    five();
    world.addFeed("owner", "/A");
    world.addFeed("owner", "/B");
    world.ask("other", "/subscribe harbour");
    assertThat(world.ask("owner", "/removefeed 1-2"))
        .contains("A is shared", "B is shared", "/removefeed 1-2 yes");
    assertThat(world.ask("other", "/feeds")).startsWith("2 feeds");
    assertThat(world.ask("owner", "/removefeed 1-2 yes")).contains("A / B");
    assertThat(world.ask("other", "/feeds")).startsWith("There are no feeds");
    assertThat(world.ask("reader", "/feeds")).startsWith("5 feeds");
  }
}
