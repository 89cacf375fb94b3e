package dev.bongsu.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.storage.LeaseSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelegramConfigurationTest {

  @ParameterizedTest
  @CsvSource({"PT1S", "PT4S", "PT60S", "PT10M"})
  void r014TheRightToPollOutlivesAPoll(Duration lease) {
    LeaseSettings leases = new LeaseSettings(lease);

    assertThat(TelegramConfiguration.longPoll(leases).multipliedBy(2))
        .isLessThanOrEqualTo(leases.claimDuration());
  }

  @Test
  void aPollIsLongWhereTheLeaseIs() {
    LeaseSettings leases = new LeaseSettings(Duration.ofMinutes(10));

    assertThat(TelegramConfiguration.longPoll(leases)).isEqualTo(Duration.ofSeconds(30));
  }
}
