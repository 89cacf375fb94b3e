package dev.bongsu.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an entry says of itself.
class EntryKeysTest {
  private static final String PAGE = "http://a.example/c1";

  @ParameterizedTest
  @CsvSource({"#0,true", "#12,true", "#123,true", "#1234,false", "#a1,false", "#,false"})
  void aRevisionOfUpToThreeDigitsIsNoPartOfAGuid(String revision, boolean dropped) {
    KeyedEntry plain = entry(PAGE, "T", PAGE, "B");
    KeyedEntry revised = entry(PAGE + revision, "T", PAGE, "B");
    assertThat(Objects.equals(revised.guid(), plain.guid())).isEqualTo(dropped);
  }

  @Test
  void aRevisionBehindAnotherAddressIsPartOfTheGuid() {
    assertThat(entry("http://b.example/x#1", "T", PAGE, "B").guid())
        .isEqualTo("guid:http://b.example/x#1");
  }

  @Test
  void aLongGuidIsStoredShort() {
    assertThat(entry("g".repeat(201), "T", PAGE, "B").guid()).hasSizeLessThan(60);
    assertThat(entry("g".repeat(200), "T", PAGE, "B").guid()).hasSize(205);
  }

  @Test
  void whatTwoEntriesShareTellsNothingAboutEither() {
    KeyedEntry one = entry("1", "T", "http://a.example/1", "The same");
    KeyedEntry two = entry("2", "T", "http://a.example/2", "The same");
    KeyedEntry three = entry("2", "U", "http://a.example/3", "Another");
    EntryKeys keys = new EntryKeys(List.of(one, two, three));

    assertThat(keys.of(one)).doesNotContainKey(one.text()).containsKey("guid:1");
    assertThat(keys.of(two)).doesNotContainKey("guid:2");
    assertThat(keys.of(three)).containsKey(three.text()).doesNotContainKey("guid:2");
  }

  @Test
  void partsOfADigestAreKeptApart() {
    assertThat(KeyedEntry.digest("ab", "c")).isNotEqualTo(KeyedEntry.digest("a", "bc"));
  }

  @Test
  void anEntryWithoutTextOrLinkHasNoKeyOfThem() {
    KeyedEntry bare = entry(null, "T", null, " ");
    assertThat(bare.body()).isNull();
    assertThat(bare.text()).isNull();
    assertThat(bare.title()).isNull();
    assertThat(entry("1", "T", null, " ").title()).isNotNull();
    assertThat(new EntryKeys(List.of(bare)).of(bare)).containsOnlyKeys(bare.content());
  }

  @Test
  void namesakesAtOneLinkAreNumberedInTheDocumentsOrder() {
    KeyedEntry one = entry("1", "Notice", PAGE, "First");
    KeyedEntry two = entry("2", "Notice", PAGE, "Second");
    EntryKeys keys = new EntryKeys(List.of(one, two));
    String title = one.title();

    assertThat(keys.of(one)).containsKey(title).doesNotContainKey(title + "#2");
    assertThat(keys.of(two)).containsKey(title + "#2").doesNotContainKey(title);
    assertThat(keys.lookups(List.of(one)))
        .contains(title, title + "#2", title + "#3")
        .doesNotContain(title + "#4");
  }

  @Test
  void aPageOfSeveralEntriesIsNobodysOwn() {
    KeyedEntry one = entry("1", "T", PAGE, "First");
    KeyedEntry two = entry("2", "U", PAGE, "Second");
    KeyedEntry alone = entry("3", "V", "http://a.example/other", "Third");
    EntryKeys keys = new EntryKeys(List.of(one, two, alone));

    assertThat(keys.pageKey(one)).isNull();
    assertThat(keys.pageKey(alone)).isNotNull();
  }

  /// The group is how entries are known that neither guid nor link tells apart.
  @Test
  void onlyWhatNothingSetsApartIsInAGroup() {
    KeyedEntry sameOne = entry("g", "T", PAGE, "First");
    KeyedEntry sameTwo = entry("g", "U", PAGE, "Second");
    KeyedEntry ownGuid = entry("own", "V", PAGE, "Third");
    KeyedEntry ownLink = entry("g", "W", "http://a.example/own", "Fourth");
    EntryKeys keys = new EntryKeys(List.of(sameOne, sameTwo, ownGuid, ownLink));

    assertThat(keys.of(sameOne)).containsKey(sameOne.group());
    assertThat(keys.of(ownGuid)).doesNotContainKey(ownGuid.group());
    assertThat(keys.of(ownLink)).doesNotContainKey(ownLink.group());
    assertThat(keys.lookups(List.of(ownGuid))).contains(ownGuid.group());
  }

  @Test
  void withoutALinkTheGuidIsThePlace() {
    assertThat(entry("1", "T", null, "B").title()).isNotEqualTo(entry("2", "T", null, "B").title());
  }

  private static KeyedEntry entry(
      @Nullable String guid, String title, @Nullable String link, String content) {
    return new KeyedEntry(IntakeFixture.entry(guid, title, link, content));
  }
}
