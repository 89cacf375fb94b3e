package dev.bongsu.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneNamesTest {

  @ParameterizedTest
  @CsvSource({
    "도쿄,ko,Asia/Tokyo",
    "베를린,ko,Europe/Berlin",
    "서울,ko,Asia/Seoul",
    "new york,en,America/New_York"
  })
  void findsCityByLocalizedName(String city, String language, String zone) {
    assertThat(ZoneNames.find(city, Locale.forLanguageTag(language))).contains(ZoneId.of(zone));
  }

  @Test
  void returnsEmptyForUnknownCity() {
    assertThat(ZoneNames.find("어디도 아님", Locale.KOREAN)).isEmpty();
    assertThat(ZoneNames.find("", Locale.KOREAN)).isEmpty();
  }
}
