package dev.bongsu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.testkit.TestClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is out when.
class NewsroomTest {
  private final TestClock clock = new TestClock();
  private final List<DemoArticle> stories = DemoArticleFile.read();
  private final Newsroom newsroom = new Newsroom(clock, stories);

  @Test
  void opensWithTheFirstTwoStoriesOneInEachFeed() {
    assertThat(slugs()).containsExactly("public-library-budget", "coastal-storm-moves-north");
    assertThat(newsroom.published(DemoFeed.RSS)).hasSize(1);
    assertThat(newsroom.published(DemoFeed.ATOM)).hasSize(1);
  }

  @Test
  void publishesOneStoryAtEachStep() {
    clock.advance(Newsroom.PUBLISH_INTERVAL.minusMillis(1));
    assertThat(slugs()).hasSize(2);
    clock.advance(Duration.ofMillis(1));
    assertThat(slugs()).hasSize(3).endsWith("five-nation-cyber-meeting");
    clock.advance(Newsroom.PUBLISH_INTERVAL);
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
    List<PublishedArticle> all = newsroom.published();
    clock.advance(Duration.ofDays(30));
    assertThat(newsroom.published()).hasSameSizeAs(stories).isEqualTo(all);
  }

  @Test
  void datesAStoryByItsStepAndNotByTheMomentSomebodyLooks() {
    clock.advance(Newsroom.PUBLISH_INTERVAL.plusMillis(700));
    PublishedArticle third = newsroom.published().getLast();
    clock.advance(Duration.ofHours(1));
    assertThat(newsroom.published().get(2)).isEqualTo(third);
  }

  @Test
  void givesAddressesOfItsOwnToEachRun() {
    String first = newsroom.published().getFirst().path();
    clock.advance(Duration.ofSeconds(1));
    Newsroom second = new Newsroom(clock, stories);
    assertThat(second.published().getFirst().path()).isNotEqualTo(first);
    assertThat(second.findByPath(first)).isEmpty();
  }

  @Test
  void hidesUnpublishedArticles() {
    assertThat(newsroom.findByPath("/demo/news/%s/cup-semi-final".formatted(newsroom.runId())))
        .isEmpty();
    clock.advance(Newsroom.PUBLISH_INTERVAL.multipliedBy(3));
    assertThat(newsroom.findByPath("/demo/news/%s/cup-semi-final".formatted(newsroom.runId())))
        .isPresent();
  }

  private List<String> slugs() {
    return newsroom.published().stream().map(release -> release.article().slug()).toList();
  }
}
