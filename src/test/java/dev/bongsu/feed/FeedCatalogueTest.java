package dev.bongsu.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.feed.CatalogueFeed.DisabledReason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedCatalogueTest {
  private static final String GOOD =
      """
      feeds:
        - name: 항구 소식
          language: ko
          category: security
          address: https://a.example/rss
      """;
  private static final List<String> DEFAULT = List.of("default");

  @Test
  void readsThePacks() {
    FeedCatalogue catalogue = read(GOOD + "    interval: 30m\n    disabled: terms\n");

    assertThat(catalogue.problems()).isEmpty();
    FeedPack pack = catalogue.packs().getFirst();
    assertThat(pack.name()).isEqualTo("harbour");
    assertThat(pack.enabled()).isTrue();
    assertThat(pack.feeds().getFirst().disabled()).isEqualTo(DisabledReason.TERMS);
  }

  @ParameterizedTest
  @CsvSource({
    "default, true, true",
    "default, false, false",
    "harbour, false, true",
    "default;harbour, false, true",
    "'', true, false"
  })
  void theSettingOrTheFileSaysWhatIsOn(String chosen, boolean enabled, boolean on) {
    List<String> names = chosen.isEmpty() ? List.of() : List.of(chosen.split(";"));
    FeedCatalogue catalogue =
        FeedCatalogue.read(
            Map.of("packs/harbour.yaml", "enabled: %s\n%s".formatted(enabled, GOOD)), names);

    assertThat(catalogue.problems()).isEmpty();
    assertThat(catalogue.packs().getFirst().enabled()).isEqualTo(on);
  }

  @Test
  void aKeyThatIsNothingIsSaid() {
    assertThat(FeedCatalogue.read(Map.of("f.yaml", "~: x\n"), List.of("default")).problems())
        .containsExactly("f.yaml: must be a list under 'feeds:', and 'enabled:' at most");
  }

  @Test
  void aPackThatIsNotThereIsSaid() {
    assertThat(FeedCatalogue.read(Map.of("harbour.yml", GOOD), List.of("harbor")).problems())
        .containsExactly("bongsu.feed.packs: there is no pack 'harbor' but default and harbour");
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "5s"})
  void anIntervalIsATimeOfAtLeastAMinute(String interval) {
    assertThat(problem(GOOD + "    interval: " + interval + "\n"))
        .contains("interval '%s' is not a time of at least a minute".formatted(interval));
  }

  @Test
  void headersAreReadAndNotPrinted() {
    String list = GOOD + "    headers:\n      User-Agent: Reader/1\n      X-Key: hunter2\n";

    FeedCatalogue catalogue = read(list);
    FeedHeaders headers = new FeedHeaders(Map.of("User-Agent", "Reader/1", "X-Key", "hunter2"));
    assertThat(catalogue.packs().getFirst().feeds().getFirst().headers()).isEqualTo(headers);
    assertThat(catalogue.packs().toString()).doesNotContain("hunter2");
    assertThat(FeedHeaders.decode(headers.encode())).isEqualTo(headers);
    assertThat(FeedHeaders.decode("")).isEqualTo(FeedHeaders.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hunter2",
        "[a, b]",
        "&x {a: *x}",
        "{Host: hunter2}",
        "{If-None-Match: hunter2}",
        "{'a b': hunter2}",
        "{a: \"hunter2\\r\\nb: c\"}",
        "{'': hunter2}",
        "{a: ''}",
        "{a: 봉수 hunter2}"
      })
  void headersThatCannotBeSentAreRefusedWithoutTheirValues(String headers) {
    assertThat(problem(GOOD + "    headers: " + headers + "\n"))
        .contains("header")
        .doesNotContain("hunter2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '`',
      value = {
        "category: security@colour: red@entry 1 (항구 소식): unknown key 'colour'",
        "category: security@category: Security@category 'Security' is none of",
        "language: ko@language: no@entry 1 (항구 소식): 'language' is missing or no text",
        "language: ko@language: jp@entry 1 (항구 소식): language 'jp' is not a language tag",
        "language: ko@language: korean@language 'korean' is not a language tag",
        "language: ko@language: ko_KR@language 'ko_KR' is not a language tag",
        "https://a.example/rss@nonsense@entry 1 (항구 소식): 'nonsense' is not a web address",
        "https://a.example/rss@ftp://a.example/rss@is not a web address",
        "https://a.example/rss@\"a\\nb\"@'a b' is not a web address",
        "category: security@\"x\\ny\": 1@unknown key 'x y'",
        "name: 항구 소식@name: \"***\"@'name' must be one line",
        "name: 항구 소식@name: \"a\\nb\"@'name' must be one line",
        "name: 항구 소식@name: [a]@'name' is missing or no text",
        "feeds:@food:@must be a list under 'feeds:'",
        "feeds:@feeds: [@is not YAML",
        "language: ko@name: 다른 소식@duplicate key name"
      })
  void saysInOneLineWhatIsWrong(String good, String bad, String complaint) {
    assertThat(read(GOOD.replace(good, bad)).problems())
        .anySatisfy(
            problem ->
                assertThat(problem)
                    .contains(complaint)
                    .startsWith("packs/harbour.yaml")
                    .doesNotContain("\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "feeds: [&a [[*a]]]",
        "feeds: [&a {name: *a}]",
        "feeds: [{name: &a [*a], language: *a, category: *a, address: *a}]",
        "feeds: [{? &a [*a] : b}]",
        "&a [*a]",
        "? &a [b]\n: *a",
        "feeds: [&a {headers: *a}]"
      })
  void f16AnAliasOfItselfIsRefusedInALine(String bomb) {
    assertThat(read(bomb).problems())
        .isNotEmpty()
        .allSatisfy(problem -> assertThat(problem).hasSizeLessThan(300).doesNotContain("\n"));
  }

  @Test
  void f16AFileThatIsNestedDeeplyOrGrowsIsRefused() {
    assertThat(problem("feeds: " + "[".repeat(5_000))).contains("is not YAML");
    StringBuilder laughs = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 80; i++) {
      laughs.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    assertThat(problem(laughs.toString())).contains("is not YAML");
  }

  @Test
  void everyProblemOfEveryFileIsALine() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("a.yaml", GOOD.replace("ko", "xx").replace("security", "sport"));
    files.put("b.yaml", "feeds: [x]");
    files.put("c.yaml", "- [");

    assertThat(FeedCatalogue.read(files, DEFAULT).problems())
        .hasSize(4)
        .anyMatch(line -> line.startsWith("a.yaml: entry 1 (항구 소식): language 'xx'"))
        .anyMatch(line -> line.startsWith("a.yaml: entry 1 (항구 소식): category 'sport'"))
        .anyMatch(line -> line.startsWith("b.yaml: entry 1"))
        .anyMatch(line -> line.startsWith("c.yaml, line"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a.example/rss",
        "http://a.example/rss",
        "http://A.Example/rss/",
        "https://www.a.example/rss",
        "https://a.example:443/rss#top",
        "http://www.a.example:80//rss/?",
        "https://a.example./%72ss"
      })
  void aTwinOfAnAddressIsRefusedAcrossFiles(String twin) {
    assertThat(second("다른 이름", twin))
        .containsExactly("b.yaml: entry 1 (다른 이름): its address is that of a.yaml: entry 1 (항구 소식)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a.example/RSS",
        "https://a.example/rss?page=2",
        "https://news.a.example/rss",
        "https://a.example:8443/rss",
        "https://a.example/rss.xml"
      })
  void anotherAddressIsNoTwin(String other) {
    assertThat(second("다른 이름", other)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"항구 소식", "'항구  소식'", "\"항구\\u3000소식\"", "\"\\u1112\\u1161ᆼ구 소식\""})
  void aDoubledNameIsRefusedAcrossFiles(String name) {
    assertThat(second(name, "https://b.example/rss"))
        .singleElement()
        .asString()
        .startsWith("b.yaml: entry 1 (")
        .endsWith("): its name is that of a.yaml: entry 1 (항구 소식)");
  }

  private static List<String> second(String name, String address) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("a.yaml", GOOD);
    files.put("b.yaml", GOOD.replace("항구 소식", name).replace("https://a.example/rss", address));
    return FeedCatalogue.read(files, DEFAULT).problems();
  }

  private static String problem(String text) {
    List<String> problems = read(text).problems();
    assertThat(problems).hasSize(1);
    return problems.getFirst();
  }

  private static FeedCatalogue read(String text) {
    return FeedCatalogue.read(Map.of("packs/harbour.yaml", text), DEFAULT);
  }
}
