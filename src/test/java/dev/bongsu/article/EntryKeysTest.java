package dev.bongsu.article;

import static dev.bongsu.article.IntakeFixture.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.syndication.Entry;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an entry says of itself.
class EntryKeysTest {
  private static final String PAGE = "http://a.example/c1";

  @ParameterizedTest
  @CsvSource({"#0,true", "#12,true", "#123,true", "#1234,false", "#a1,false", "#,false"})
  void aRevisionOfUpToThreeDigitsIsNoPartOfAGuid(String revision, boolean dropped) {
    Entry plain = entry(PAGE, "T", PAGE, "B");
    Entry revised = entry(PAGE + revision, "T", PAGE, "B");
    assertThat(Objects.equals(EntryKeys.guidKey(revised), EntryKeys.guidKey(plain)))
        .isEqualTo(dropped);
  }

  @Test
  void aRevisionBehindAnotherAddressIsPartOfTheGuid() {
    assertThat(EntryKeys.guidKey(entry("http://b.example/x#1", "T", PAGE, "B")))
        .isEqualTo("guid:http://b.example/x#1");
  }

  @Test
  void aLongGuidIsStoredShort() {
    assertThat(EntryKeys.guidKey(entry("g".repeat(201), "T", PAGE, "B"))).hasSizeLessThan(60);
    assertThat(EntryKeys.guidKey(entry("g".repeat(200), "T", PAGE, "B"))).hasSize(205);
  }

  @Test
  void whatTwoEntriesShareTellsNothingAboutEither() {
    Entry one = entry("1", "T", "http://a.example/1", "The same");
    Entry two = entry("2", "T", "http://a.example/2", "The same");
    Entry three = entry("2", "U", "http://a.example/3", "Another");
    EntryKeys keys = new EntryKeys(List.of(one, two, three));

    assertThat(keys.of(one)).doesNotContainKey(EntryKeys.textKey(one)).containsKey("guid:1");
    assertThat(keys.of(two)).doesNotContainKey("guid:2");
    assertThat(keys.of(three)).containsKey(EntryKeys.textKey(three)).doesNotContainKey("guid:2");
  }

  @Test
  void partsOfADigestAreKeptApart() {
    assertThat(EntryKeys.digest("ab", "c")).isNotEqualTo(EntryKeys.digest("a", "bc"));
  }

  @Test
  void anEntryWithoutTextOrLinkHasNoKeyOfThem() {
    Entry bare = entry(null, "T", null, " ");
    assertThat(EntryKeys.bodyKey(bare)).isNull();
    assertThat(EntryKeys.textKey(bare)).isNull();
    assertThat(EntryKeys.titleKey(bare)).isNull();
    assertThat(EntryKeys.titleKey(entry("1", "T", null, " "))).isNotNull();
    assertThat(new EntryKeys(List.of(bare)).of(bare)).containsOnlyKeys(EntryKeys.contentKey(bare));
  }
}
