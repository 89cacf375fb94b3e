package dev.bongsu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.testkit.TestClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is out when.
class NewsroomTest {
  private final TestClock clock = new TestClock();
  private final List<Story> stories = StoryFile.read();
  private final Newsroom newsroom = new Newsroom(clock, stories);

  @Test
  void opensWithTheFirstTwoStoriesOneInEachFeed() {
    assertThat(slugs()).containsExactly("public-library-budget", "coastal-storm-moves-north");
    assertThat(newsroom.released(Edition.RSS)).hasSize(1);
    assertThat(newsroom.released(Edition.ATOM)).hasSize(1);
  }

  @Test
  void publishesOneStoryAtEachStep() {
    clock.advance(Newsroom.STEP.minusMillis(1));
    assertThat(slugs()).hasSize(2);
    clock.advance(Duration.ofMillis(1));
    assertThat(slugs()).hasSize(3).endsWith("five-nation-cyber-meeting");
    clock.advance(Newsroom.STEP);
    assertThat(slugs()).hasSize(4).endsWith("lakeside-cybersecurity-meeting");
  }

  @Test
  void hasNewsOfCyberSecurityWithinTenSeconds() {
    clock.advance(Duration.ofSeconds(10));
    assertThat(slugs()).contains("five-nation-cyber-meeting", "lakeside-cybersecurity-meeting");
  }

  @Test
  void staysAsItIsAfterTheLastStory() {
    clock.advance(Duration.ofDays(1));
    List<Release> all = newsroom.released();
    clock.advance(Duration.ofDays(30));
    assertThat(newsroom.released()).hasSameSizeAs(stories).isEqualTo(all);
  }

  @Test
  void datesAStoryByItsStepAndNotByTheMomentSomebodyLooks() {
    clock.advance(Newsroom.STEP.plusMillis(700));
    Release third = newsroom.released().getLast();
    clock.advance(Duration.ofHours(1));
    assertThat(newsroom.released().get(2)).isEqualTo(third);
  }

  @Test
  void givesAddressesOfItsOwnToEachRun() {
    String first = newsroom.released().getFirst().path();
    clock.advance(Duration.ofSeconds(1));
    Newsroom second = new Newsroom(clock, stories);
    assertThat(second.released().getFirst().path()).isNotEqualTo(first);
    assertThat(second.at(first)).isEmpty();
  }

  @Test
  void keepsAStoryThatIsNotOutToItself() {
    assertThat(newsroom.at("/demo/news/%s/cup-semi-final".formatted(newsroom.run()))).isEmpty();
    clock.advance(Newsroom.STEP.multipliedBy(3));
    assertThat(newsroom.at("/demo/news/%s/cup-semi-final".formatted(newsroom.run()))).isPresent();
  }

  private List<String> slugs() {
    return newsroom.released().stream().map(release -> release.story().slug()).toList();
  }
}
