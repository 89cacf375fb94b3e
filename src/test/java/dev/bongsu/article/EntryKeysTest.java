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

  @Test
  void namesakesAtOneLinkAreNumberedInTheDocumentsOrder() {
    Entry one = entry("1", "Notice", PAGE, "First");
    Entry two = entry("2", "Notice", PAGE, "Second");
    EntryKeys keys = new EntryKeys(List.of(one, two));
    String title = EntryKeys.titleKey(one);

    assertThat(keys.of(one)).containsKey(title).doesNotContainKey(title + "#2");
    assertThat(keys.of(two)).containsKey(title + "#2").doesNotContainKey(title);
    assertThat(keys.lookups(List.of(one)))
        .contains(title, title + "#2", title + "#3")
        .doesNotContain(title + "#4");
  }

  @Test
  void aPageOfSeveralEntriesIsNobodysOwn() {
    Entry one = entry("1", "T", PAGE, "First");
    Entry two = entry("2", "U", PAGE, "Second");
    Entry alone = entry("3", "V", "http://a.example/other", "Third");
    EntryKeys keys = new EntryKeys(List.of(one, two, alone));

    assertThat(keys.pageKey(one)).isNull();
    assertThat(keys.pageKey(alone)).isNotNull();
  }

  /// The group is how entries are known that neither guid nor link tells apart.
  @Test
  void onlyWhatNothingSetsApartIsInAGroup() {
    Entry sameOne = entry("g", "T", PAGE, "First");
    Entry sameTwo = entry("g", "U", PAGE, "Second");
    Entry ownGuid = entry("own", "V", PAGE, "Third");
    Entry ownLink = entry("g", "W", "http://a.example/own", "Fourth");
    EntryKeys keys = new EntryKeys(List.of(sameOne, sameTwo, ownGuid, ownLink));

    assertThat(keys.of(sameOne)).containsKey(EntryKeys.groupKey(sameOne));
    assertThat(keys.of(ownGuid)).doesNotContainKey(EntryKeys.groupKey(ownGuid));
    assertThat(keys.of(ownLink)).doesNotContainKey(EntryKeys.groupKey(ownLink));
    assertThat(keys.lookups(List.of(ownGuid))).contains(EntryKeys.groupKey(ownGuid));
  }

  @Test
  void withoutALinkTheGuidIsThePlace() {
    assertThat(EntryKeys.titleKey(entry("1", "T", null, "B")))
        .isNotEqualTo(EntryKeys.titleKey(entry("2", "T", null, "B")));
  }
}
