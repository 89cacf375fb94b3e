package dev.bongsu.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.feed.CatalogueFeed;
import dev.bongsu.feed.CatalogueFeed.DisabledReason;
import dev.bongsu.feed.FeedCatalogue;
import dev.bongsu.feed.FeedPack;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The shipped catalogue, `config/feeds`, is in order.
class CatalogueFileTest {
  private final FeedCatalogue catalogue =
      StartupFiles.catalogue("config/feeds", List.of("default"));

  @Test
  void isInOrder() {
    assertThat(catalogue.problems()).isEmpty();
    assertThat(feeds()).hasSizeGreaterThan(300);
    assertThat(feeds()).allMatch(feed -> feed.address().getUserInfo() == null);
  }

  @Test
  void thePacksOfSecurityAndDiplomacyAreOn() {
    assertThat(catalogue.packs())
        .filteredOn(FeedPack::enabled)
        .extracting(FeedPack::name)
        .containsExactly(
            "cert-agencies",
            "diplomacy",
            "intl-security-press",
            "ko-government",
            "ko-north-korea",
            "ko-press",
            "ko-security-it",
            "vulnerabilities");
  }

  /// The terms are the publisher's, so they hold for all of its feeds.
  @Test
  void nothingIsOnWhosePublisherExcludesCommercialUse() {
    List<String> publishers =
        List.of(
            "yna.co.kr",
            "khan.co.kr",
            "donga.com",
            "segye.com",
            "sbs.co.kr",
            "nocutnews.co.kr",
            "asiae.co.kr");

    assertThat(feeds())
        .filteredOn(
            feed -> publishers.stream().anyMatch(name -> feed.address().getHost().endsWith(name)))
        .hasSizeGreaterThan(12)
        .allMatch(feed -> feed.disabled() == DisabledReason.TERMS);
  }

  private Stream<CatalogueFeed> feeds() {
    return catalogue.packs().stream().flatMap(pack -> pack.feeds().stream());
  }
}
