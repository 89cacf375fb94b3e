package dev.bongsu.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedDateTest {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

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
          """)
  void readsDatesAsPagesWriteThem(String text, Instant instant) {
    assertThat(PublishedDate.find(text, SEOUL)).contains(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "2031-13-07 14:12", "2031-02-30", "전화 02-2031-0407", "3.5%", "120310407"})
  void findsNoneWhereThereIsNone(String text) {
    assertThat(PublishedDate.find(text, SEOUL)).isEmpty();
  }
}
