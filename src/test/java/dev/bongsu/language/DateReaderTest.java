package dev.bongsu.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateReaderTest {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Tue, 10 Mar 2026 09:00:00 +0900|2026-03-10T00:00:00Z",
        "10 Mar 26 09:00 GMT|2026-03-10T09:00:00Z",
        "Tue, 10 March 2026 09:00:00 EST|2026-03-10T14:00:00Z",
        "Tue, 10-Mar-2026 09:00:00 GMT|2026-03-10T09:00:00Z",
        "2026-03-10T09:00:00Z|2026-03-10T09:00:00Z",
        "2026-03-10T09:00:00.123+09:00|2026-03-10T00:00:00Z",
        "2026-03-10T09:00-05|2026-03-10T14:00:00Z",
        "2026-11-23 11:00:00|2026-11-23T11:00:00Z",
        "2026-11-23 11:00:00 +0900|2026-11-23T02:00:00Z",
        "2026-11-23 11:00:00 KST|2026-11-23T02:00:00Z",
        "2026/11/23 11:00|2026-11-23T11:00:00Z",
        "20261123T110000Z|2026-11-23T11:00:00Z",
        "2026. 3. 10. 오전 9:05|2026-03-10T09:05:00Z",
        "2026년 3월 10일(화) 12:30|2026-03-10T12:30:00Z",
        "2026-03-10 (화) 오후 1:30:05|2026-03-10T13:30:05Z",
        "mar., 10 mars 2026 09:00:00 +0100|2026-03-10T08:00:00Z",
        "10 août 2026 09:00:00|2026-08-10T09:00:00Z",
        "Mar 10, 2026 09:00 PM|2026-03-10T21:00:00Z",
        "Tue Mar 10 09:00:00 KST 2026|2026-03-10T00:00:00Z",
        "Tue Mar 10 09:00:00 2026|2026-03-10T09:00:00Z",
        "2026-03-10|2026-03-10T00:00:00Z",
        "Tue, 10 Mar 2026 24:00:00 GMT|2026-03-11T00:00:00Z",
        "Tue, 10 Mar 2026 9:00:00 GMT+9|2026-03-10T00:00:00Z",
        "Tue, 10 Mar 2026 09:00:00 (GMT+09:00)|2026-03-10T00:00:00Z",
        "Tue, 10 Mar 2026 09:00:00 Asia/Seoul|2026-03-10T00:00:00Z",
        "Tue,10 Mar 2026 09:00:00 -0000|2026-03-10T09:00:00Z",
        "Tuesday, 10 March 2026 9:00 AM|2026-03-10T09:00:00Z",
        "2026年3月10日 15時05分|2026-03-10T15:05:00Z",
        "2026年3月10日(火) 午後3時5分|2026-03-10T15:05:00Z",
        "2026年03月10日 下午 03:05:07|2026-03-10T15:05:07Z",
        "Τρί, 10 Μαρ 2026 12:00:00 EST|2026-03-10T17:00:00Z",
        "2026-március-10T9:15-05:00|2026-03-10T14:15:00Z",
        "вторник, 10 марта 2026 09:00|2026-03-10T09:00:00Z",
        "10 Şubat 2026 09:00|2026-02-10T09:00:00Z",
        "10 de março de 2026 09:00|2026-03-10T09:00:00Z",
        "10 mars 2026 à 14h30|2026-03-10T14:30:00Z",
        "10. März 2026, 09:00 Uhr|2026-03-10T09:00:00Z",
        "10.03.2026 09:00|2026-03-10T09:00:00Z",
        "3/10/2026 9:00:00 PM|2026-03-10T21:00:00Z",
        "25/03/2026 09:00|2026-03-25T09:00:00Z",
        "2026-069|2026-03-10T00:00:00Z",
        "2026-W11-2|2026-03-10T00:00:00Z",
        "2026-03|2026-03-01T00:00:00Z",
        "2026|2026-01-01T00:00:00Z",
        "2026-03-10 09:00:00.0|2026-03-10T09:00:00Z",
        "Tue, 2026/03/10 09:00:00 EDT|2026-03-10T13:00:00Z",
        "Tue Mar 10 09:00:00 2026 +0900|2026-03-10T00:00:00Z",
        "2026-03-10T09:00:00.123456789Z|2026-03-10T09:00:00Z",
        "Fri, 10 Jul 2026 15:04 ET|2026-07-10T19:04:00Z",
        "Tue, 10 Mar 2026 09:00:00 CET|2026-03-10T08:00:00Z",
        "Fri, 10 Jul 2026 09:00:00 PT|2026-07-10T16:00:00Z"
      })
  void r052ReadsWhatPublishersWrite(String text, Instant expected) {
    assertThat(DateReader.parse(text).map(date -> date.toInstant(ZoneOffset.UTC)))
        .contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "3시간 전",
        "2026-13-40",
        "10 Foo 2026 09:00",
        "99",
        "Tue, 31 Feb 2026"
      })
  void r052KnowsWhatIsNoDate(String text) {
    assertThat(DateReader.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2031-04-07 14:12                   | 2031-04-07T05:12:00Z
          2031-04-07T14:12:30.5+09:00        | 2031-04-07T05:12:30Z
          2031-04-07T05:12:00Z               | 2031-04-07T05:12:00Z
          2031-04-07T14:12:00+0900           | 2031-04-07T05:12:00Z
          2031-04-07T01:12:00-0400           | 2031-04-07T05:12:00Z
          2031/04/07 05:12 UTC               | 2031-04-07T05:12:00Z
          입력 2031.04.07. 오후 2:12            | 2031-04-07T05:12:00Z
          등록: 2031.04.07 (월) 14:12:00        | 2031-04-07T05:12:00Z
          2031년 4월 7일 14시 12분              | 2031-04-07T05:12:00Z
          2031-04-07 02:12 PM                | 2031-04-07T05:12:00Z
          2031.4.7 오전 12:05                  | 2031-04-06T15:05:00Z
          2031-04-07                         | 2031-04-06T15:00:00Z
          Updated July 7, 2031, 3:04 p.m. ET | 2031-07-07T19:04:00Z
          July 7, 2031 at 15:04 ET           | 2031-07-07T19:04:00Z
          7 Jul 2031 15.04 BST               | 2031-07-07T14:04:00Z
          7. Juli 2031 um 15:04 CEST         | 2031-07-07T13:04:00Z
          31.04.07 14:12                     | 2031-04-07T05:12:00Z
          20310407141200                     | 2031-04-07T05:12:00Z
          no. 20310407500120, 7 Apr 2031 14:12 | 2031-04-07T05:12:00Z
          2031.04.07 14:12 Art and culture   | 2031-04-07T05:12:00Z
          3 comments 20, 7 Apr 2031 14:12    | 2031-04-07T05:12:00Z
          """)
  void readsDatesAsPagesWriteThem(String text, Instant instant) {
    assertThat(DateReader.find(text, SEOUL)).contains(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "2031-13-07 14:12", "2031-02-30", "전화 02-2031-0407", "3.5%", "120310407"})
  void findsNoneWhereThereIsNone(String text) {
    assertThat(DateReader.find(text, SEOUL)).isEmpty();
  }

  @Test
  void findsTimeOnlyWhereItStandsBesideItsDate() {
    assertThat(DateReader.findWithTime("2031-04-07 14:12", SEOUL)).isPresent();
    assertThat(DateReader.findWithTime("2031-04-07", SEOUL)).isEmpty();
    assertThat(DateReader.findWithTime("2031-04-07 page views 14:12", SEOUL)).isEmpty();
  }
}
