package dev.bongsu.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LanguagePacksTest {
  static Set<String> languages() {
    return LanguagePacks.languages();
  }

  /// Reports what there is to add to each pack.
  @Test
  void listsWhatEachPackLacks(TestReporter reporter) {
    Set<PackFile> needed = EnumSet.copyOf(List.of(PackFile.values()));
    for (String language : languages()) {
      String lacking =
          needed.stream()
              .filter(file -> LanguagePacks.entries(file, language).isEmpty())
              .map(PackFile::fileName)
              .collect(Collectors.joining(" "));
      reporter.publishEntry(language + " lacks", lacking);
    }
    assertThat(languages()).contains("ko", "en", "ja", "zh", "de", "fr", "es");
  }

  @ParameterizedTest
  @MethodSource("languages")
  void isNamedByItsLanguage(String language) {
    assertThat(LanguagePacks.values(PackFile.PROFILE, language, "name"))
        .containsExactly(Locale.of(language).getDisplayLanguage(Locale.ENGLISH).split(" ")[0]);
    assertThat(LanguagePacks.entries(PackFile.PROFILE, language))
        .allMatch(pair -> pair.matches("(?:name|zone|domain|alias|script|letters)=.*"));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void hasTwelveMonthsOrNone(String language) {
    assertThat(LanguagePacks.entries(PackFile.MONTHS, language).size()).isIn(0, 12);
  }

  /// A name of two months would depend on the order in which packs are read.
  @Test
  void givesEachNameOneMonth() {
    for (String language : languages()) {
      List<String> months = LanguagePacks.entries(PackFile.MONTHS, language);
      for (int i = 0; i < months.size(); i++) {
        if (!months.get(i).equals("-")) {
          assertThat(months.get(i).split(" ")).extracting(DateNames::month).containsOnly(i + 1);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void repeatsNoEntryInAFile(String language) {
    for (PackFile file : PackFile.values()) {
      assertThat(LanguagePacks.entries(file, language)).as(file.fileName()).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @EnumSource(PackFile.class)
  void isUsedByALanguageAndReadable(PackFile file) {
    assertThat(LanguagePacks.entries(file)).isNotEmpty();
    Pattern all = Pattern.compile(LanguagePacks.anyOf(file).replace("{role}", "x"));
    assertThat(all.matcher("").groupCount()).isZero();
  }

  @Test
  void namesZonesThatExist() {
    assertThat(LanguagePacks.pairs(PackFile.ZONES).values())
        .allSatisfy(zone -> assertThat(ZoneId.of(zone)).isNotNull());
    assertThat(DefaultZones.ofLanguage("ko-KR")).contains(ZoneId.of("Asia/Seoul"));
  }

  @Test
  void givesEachPairOneValue() {
    for (PackFile file : List.of(PackFile.ZONES, PackFile.DAY_HALVES)) {
      List<String> names = new ArrayList<>();
      languages()
          .forEach(
              language ->
                  LanguagePacks.entries(file, language)
                      .forEach(pair -> names.add(pair.split("=", 2)[0])));
      assertThat(names).hasSameSizeAs(new HashSet<>(names));
    }
  }

  @Test
  void refusesMisspeltAndEmptyFiles() {
    assertThatThrownBy(() -> PackReader.kind("ko", "stopwords.txt"))
        .hasMessageContaining("language/ko/stopwords.txt");
    assertThatThrownBy(() -> PackReader.entries("ko", PackFile.STOP_WORDS, "# only a comment\n"))
        .hasMessageContaining("language/ko/stop-words.txt");
    assertThatThrownBy(() -> PackReader.entries("ko", PackFile.ZONES, "KST\n"))
        .hasMessageContaining("zones.txt");
    assertThat(Arrays.stream(PackFile.values()).map(PackFile::fileName)).doesNotHaveDuplicates();
  }
}
