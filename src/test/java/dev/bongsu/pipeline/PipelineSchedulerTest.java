package dev.bongsu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.quartz.TriggerUtils;
import org.quartz.impl.triggers.CronTriggerImpl;
import org.quartz.impl.triggers.SimpleTriggerImpl;
import org.quartz.spi.OperableTrigger;

/// Quartz after a long pause: what was missed is made up once.
@SuppressWarnings("JavaUtilDate") // Quartz speaks in these
class PipelineSchedulerTest {
  private static final Instant NOW = new Date().toInstant();

  @Test
  void r078AnHourOfMissedTicksIsMadeUpByOne() {
    SimpleTriggerImpl trigger = (SimpleTriggerImpl) PipelineScheduler.everySecondTrigger();
    trigger.setStartTime(Date.from(NOW.minus(Duration.ofHours(2))));
    trigger.computeFirstFireTime(null);
    trigger.setNextFireTime(Date.from(NOW.minus(Duration.ofHours(1))));

    trigger.updateAfterMisfire(null);

    assertThat(trigger.getNextFireTime().toInstant())
        .isBetween(NOW.minusSeconds(1), NOW.plusSeconds(5));
  }

  @Test
  void r078AMissedNightIsMadeUpOnce() {
    CronTriggerImpl night =
        PipelineScheduler.nightlyTriggers().stream()
            .filter(CronTriggerImpl.class::isInstance)
            .map(CronTriggerImpl.class::cast)
            .findFirst()
            .orElseThrow();
    night.setStartTime(Date.from(NOW.minus(Duration.ofDays(5))));
    night.computeFirstFireTime(null);

    night.updateAfterMisfire(null);

    assertThat(night.getNextFireTime().toInstant())
        .isBetween(NOW.minusSeconds(1), NOW.plusSeconds(5));
    OperableTrigger after = (OperableTrigger) night.clone();
    after.triggered(null);
    assertThat(after.getNextFireTime().toInstant()).isAfter(NOW.plusSeconds(60));
    assertThat(TriggerUtils.computeFireTimes(night, null, 1)).hasSize(1);
  }
}
