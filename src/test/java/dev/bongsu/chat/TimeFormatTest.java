package dev.bongsu.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.Message.ChatLocale;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeFormatTest {
  private static final Instant TIME = Instant.parse("2026-11-24T06:05:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ko    | Asia/Seoul       | 2026년 11월 24일 오후 3:05
          ko-KR | America/New_York | 2026년 11월 24일 오전 1:05
          en    | Asia/Seoul       | Nov 24, 2026, 3:05 PM
          en-GB | Europe/London    | 24 Nov 2026, 06:05
          fa    | Asia/Tehran      | Nov 24, 2026, 9:35 AM
          en    | UTC              | Nov 24, 2026, 6:05 AM UTC
          ko    | +09:00           | 2026년 11월 24일 오후 3:05 +09:00
          """)
  void formatsForLanguageAndZone(String language, String zone, String written) {
    assertThat(TimeFormat.dateTime(TIME, reader(language, zone))).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ko | 11월 24일 오후 3:05 | 2026년 11월 24일 오후 3:05 KST | Asia/Seoul (대한민국 시간)
          en | Nov 24, 3:05 PM    | Nov 24, 2026, 3:05 PM KST    | Asia/Seoul (Korean Time)
          """)
  void omitsYearOrAddsZone(String language, String recent, String zoned, String zone) {
    ChatLocale reader = reader(language, "Asia/Seoul");
    assertThat(TimeFormat.dateTimeWithoutYear(TIME, reader)).isEqualTo(recent);
    assertThat(TimeFormat.dateTimeWithZone(TIME, reader)).isEqualTo(zoned);
    assertThat(TimeFormat.zoneName(reader.zone(), reader.language())).isEqualTo(zone);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1970-01-01T00:00:00Z", "3000-12-31T00:00:00Z", "-0500-01-01T00:00:00Z"})
  void formatsAnyTimeInAnyLanguage(Instant time) {
    for (Locale locale : Locale.getAvailableLocales()) {
      assertThat(TimeFormat.dateTime(time, new ChatLocale(locale, ZoneId.of("UTC")))).isNotBlank();
    }
  }

  @Test
  void usesOnlyPlainSpaces() {
    for (Locale locale : Locale.getAvailableLocales()) {
      assertThat(TimeFormat.dateTimeWithZone(TIME, new ChatLocale(locale, ZoneId.of("Asia/Seoul"))))
          .doesNotContainPattern("[\\u00A0\\u202F\\u2009]");
    }
  }

  private static ChatLocale reader(String language, String zone) {
    return new ChatLocale(Locale.forLanguageTag(language), ZoneId.of(zone));
  }
}
