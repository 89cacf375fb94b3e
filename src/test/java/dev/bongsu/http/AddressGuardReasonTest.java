package dev.bongsu.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the guard says of an address as it is written, and which addresses a name may have.
class AddressGuardReasonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "http://8.8.8.8:22/ | port 22 is not allowed",
        "http://8.8.8.8:8081/ | port 8081 is not allowed",
        "http://8.8.8.8:79/ | port 79 is not allowed",
        "http://8.8.8.8:444/ | port 444 is not allowed",
        "http://1.2.3/ | '1.2.3' is an unusual way to write an address",
        "http://1.2.3.256/ | '1.2.3.256' is an unusual way to write an address",
        "http://1.2.3.04/ | '1.2.3.04' is an unusual way to write an address",
        "http://1.2.3.4.5/ | '1.2.3.4.5' is an unusual way to write an address",
        "http://8.0x8/ | '8.0x8' is an unusual way to write an address",
        "http://a.example.0x/ | 'a.example.0x' is an unusual way to write an address",
        "http://localhost/ | 'localhost' is this machine",
        "http://a.localhost/ | 'a.localhost' is this machine"
      })
  void saysWhyAnAddressIsRefused(String address, String reason) {
    assertThat(guard().refusalReason(target(address))).contains(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://a.example/",
        "https://a.example/",
        "http://a.example:8080/",
        "https://a.example:8443/",
        "https://a_b-c.example/",
        "http://8.8.8.8/",
        "http://255.249.199.99/",
        "http://notlocalhost/",
        "http://localhost.example/",
        "http://1.example/",
        "http://[2606:4700::1]/"
      })
  void letsOthersPassUntilTheirNameIsResolved(String address) {
    assertThat(guard().refusalReason(target(address))).isEmpty();
  }

  @Test
  void anAllowedPairIsExemptWithItsPortOnly() throws UnknownHostException {
    try (AddressGuard guard = guard("Intranet.example:9000")) {
      assertThat(guard.refusalReason(target("http://intranet.example:9000/"))).isEmpty();
      assertThat(guard.refusalReason(target("http://intranet.example:9001/"))).isPresent();
      assertThat(guard.resolve("intranet.example", 9000))
          .containsExactly(new InetSocketAddress(InetAddress.ofLiteral("10.0.0.1"), 9000));
      assertThatThrownBy(() -> guard.resolve("intranet.example", 80))
          .isInstanceOf(AddressGuard.NotPublicException.class)
          .hasMessageContaining("10.0.0.1");
    }
  }

  @Test
  void aNameWithoutAddressesIsUnknown() {
    try (AddressGuard guard = new AddressGuard(List.of(), resolver())) {
      assertThatThrownBy(() -> guard.resolve("a.example", 80))
          .isInstanceOf(UnknownHostException.class)
          .isNotInstanceOf(AddressGuard.NotPublicException.class);
    }
  }

  private static AddressGuard guard(String... allowed) {
    return new AddressGuard(List.of(allowed), resolver(InetAddress.ofLiteral("10.0.0.1")));
  }

  private static Target target(String address) {
    return Target.of(WebAddress.of(address).orElseThrow()).orElseThrow();
  }

  private static DnsResolver resolver(InetAddress... answer) {
    return new DnsResolver() {
      @Override
      public InetAddress[] resolve(String host) {
        return answer;
      }

      @Override
      public String resolveCanonicalHostname(String host) {
        return host;
      }
    };
  }
}
