package dev.bongsu.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDateTest {
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
        "Tue, 10 Mar 2026 9:00:00 GMT+9|2026-03-10T00:00:00Z"
      })
  void r052ReadsWhatPublishersWrite(String text, Instant expected) {
    assertThat(FeedDate.parse(text).map(date -> date.in(ZoneOffset.UTC))).contains(expected);
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
    assertThat(FeedDate.parse(text)).isEmpty();
  }
}
