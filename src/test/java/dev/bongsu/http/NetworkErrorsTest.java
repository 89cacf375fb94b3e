package dev.bongsu.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkErrorsTest {

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new IllegalStateException("pool shut down"), "invalid response"),
        Arguments.of(new NoSuchElementException(), "invalid response"),
        Arguments.of(new UnsupportedOperationException(), "invalid response"),
        Arguments.of(new SocketTimeoutException(), "response timeout"),
        Arguments.of(new UnknownHostException("a"), "no such host"),
        Arguments.of(new IOException("closed"), "connection broken"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void whateverFailsAfterTheDeadlineFailedByIt(Exception failure, String before) {
    assertThat(NetworkErrors.describe(failure, null, false)).isEqualTo(before);
    assertThat(NetworkErrors.describe(failure, null, true)).isEqualTo("deadline exceeded");
  }
}
