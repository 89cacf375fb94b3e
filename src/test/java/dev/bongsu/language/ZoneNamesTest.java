package dev.bongsu.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneNamesTest {

  @ParameterizedTest
  @CsvSource({
    "도쿄,Asia/Tokyo",
    "베를린,Europe/Berlin",
    "서울,Asia/Seoul",
    "뉴욕,America/New_York",
    "new york,America/New_York",
    "Europe/berlin,Europe/Berlin",
    "São Paulo,America/Sao_Paulo",
    "SAO PAULO,America/Sao_Paulo",
    "Zürich,Europe/Zurich",
    "Zurich,Europe/Zurich",
    "Bogotá,America/Bogota",
    "İstanbul,Europe/Istanbul",
    "Ho Chi Minh City,Asia/Ho_Chi_Minh",
    "부산,Asia/Seoul",
    "한국,Asia/Seoul",
    "대한민국,Asia/Seoul",
    "Japan,Asia/Tokyo",
    "싱가포르,Asia/Singapore",
    "Washington D.C.,America/New_York"
  })
  void c11FindsACityOrCountryInBothLanguages(String name, String zone) {
    assertThat(ZoneNames.find(name).map(ZoneId::getId)).contains(zone);
  }

  @ParameterizedTest
  @CsvSource({
    "GMT+9,+09:00",
    "UTC-5,-05:00",
    "utc +9,+09:00",
    "GMT-03:30,-03:30",
    "+9,+09:00",
    "9,+09:00",
    "−3,-03:00",
    "＋９,+09:00",
    "+05:30,+05:30",
    "+0530,+05:30",
    "5:45,+05:45",
    "+14,+14:00",
    "0,UTC",
    "GMT,UTC",
    "UTC,UTC"
  })
  void c11ReadsAnOffsetWithItsSignAsWritten(String offset, String zone) {
    assertThat(ZoneNames.find(offset).map(ZoneId::getId)).contains(zone);
  }

  @ParameterizedTest
  @CsvSource({
    "PST,America/Los_Angeles",
    "pdt,America/Los_Angeles",
    "SGT,Asia/Singapore",
    "KST,Asia/Seoul",
    "CET,Europe/Berlin",
    "E.T.,America/New_York",
    "IST,Asia/Kolkata",
    "AEST,Australia/Sydney"
  })
  void c11FindsAnAbbreviationByThePlaceWithItsSummerTime(String abbreviation, String zone) {
    assertThat(ZoneNames.find(abbreviation).map(ZoneId::getId)).contains(zone);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"어디도 아님", "", "25", "+15", "-13", "GMT+99", "Etc/GMT+9", "-", "United States"})
  void c11RefusesWhatIsNoZoneOrSeveral(String name) {
    assertThat(ZoneNames.find(name)).isEmpty();
  }

  @Test
  void c11EveryColloquialNameHasAnExistingZone() {
    assertThat(ZoneNames.colloquial()).hasSizeGreaterThan(100);
    assertThat(ZoneNames.colloquial())
        .allSatisfy(name -> assertThat(ZoneNames.find(name)).isPresent());
  }
}
