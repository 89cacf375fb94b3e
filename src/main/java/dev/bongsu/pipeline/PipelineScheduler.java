package dev.bongsu.pipeline;

import dev.bongsu.retention.RetentionJob;
import dev.bongsu.storage.StorageMonitor;
import java.util.Date;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.quartz.CronScheduleBuilder;
import org.quartz.DateBuilder;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.springframework.context.SmartLifecycle;

/// Quartz as the pipeline's clock: one tick a second, kept in memory. The claims in the tables
/// divide the work between nodes. After a long pause one tick replaces the missed ones.
public final class PipelineScheduler implements SmartLifecycle {
  private static final String CONTEXT_KEY = "clock";

  private final Pipeline pipeline;
  private final StorageMonitor storage;
  private final RetentionJob retention;
  private final FeedNotices notices;
  private final AtomicBoolean checking = new AtomicBoolean();
  private final Scheduler scheduler;
  private volatile boolean running;

  public PipelineScheduler(
      Pipeline pipeline, StorageMonitor storage, RetentionJob retention, FeedNotices notices) {
    this.pipeline = pipeline;
    this.storage = storage;
    this.retention = retention;
    this.notices = notices;
    this.scheduler = scheduler();
  }

  @Override
  public void start() {
    pipeline.listen();
    try {
      scheduler.getContext().put(CONTEXT_KEY, this);
      scheduler.scheduleJob(JobBuilder.newJob(TickJob.class).build(), everySecondTrigger());
      scheduler.scheduleJob(JobBuilder.newJob(NightlyJob.class).build(), nightlyTriggers(), true);
      scheduler.start();
      running = true;
    } catch (SchedulerException e) {
      throw new IllegalStateException("the clock cannot be started", e);
    }
  }

  @Override
  public void stop() {
    running = false;
    try {
      scheduler.shutdown(false);
    } catch (SchedulerException e) {
      throw new IllegalStateException("the clock cannot be stopped", e);
    } finally {
      pipeline.stop();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /// The check may wait for the database; the tick must not.
  private void tick() {
    if (checking.compareAndSet(false, true)) {
      Thread.ofVirtual().name("storage-watch").start(this::check);
    }
    pipeline.tick();
  }

  private void check() {
    try {
      storage.check();
    } finally {
      checking.set(false);
    }
  }

  private void workAtNight() {
    retention.run();
    if (storage.isHealthy()) {
      notices.reportIdle();
    }
  }

  static Trigger everySecondTrigger() {
    return TriggerBuilder.newTrigger()
        .withSchedule(
            SimpleScheduleBuilder.repeatSecondlyForever()
                .withMisfireHandlingInstructionNextWithRemainingCount())
        .build();
  }

  /// Also 15 minutes after the start: some machines are off at night.
  static Set<Trigger> nightlyTriggers() {
    Date soon = DateBuilder.futureDate(15, DateBuilder.IntervalUnit.MINUTE);
    return Set.of(
        TriggerBuilder.newTrigger().startAt(soon).build(),
        TriggerBuilder.newTrigger()
            .withSchedule(
                CronScheduleBuilder.dailyAtHourAndMinute(3, 17)
                    .withMisfireHandlingInstructionFireAndProceed())
            .build());
  }

  private static Scheduler scheduler() {
    Properties properties = new Properties();
    properties.setProperty("org.quartz.scheduler.instanceName", "bongsu");
    properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
    properties.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
    properties.setProperty("org.quartz.threadPool.threadCount", "1");
    properties.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
    properties.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
    try {
      return new StdSchedulerFactory(properties).getScheduler();
    } catch (SchedulerException e) {
      throw new IllegalStateException("the clock cannot be made", e);
    }
  }

  private static PipelineScheduler schedulerOf(JobExecutionContext context) {
    try {
      return (PipelineScheduler)
          Objects.requireNonNull(context.getScheduler().getContext().get(CONTEXT_KEY));
    } catch (SchedulerException e) {
      throw new IllegalStateException(e);
    }
  }

  /// One tick.
  @DisallowConcurrentExecution
  public static final class TickJob implements Job {
    @Override
    public void execute(JobExecutionContext context) {
      schedulerOf(context).tick();
    }
  }

  /// The nightly deletion, and what is reported once a day.
  public static final class NightlyJob implements Job {
    @Override
    public void execute(JobExecutionContext context) {
      Thread.ofVirtual().name("housekeeping").start(schedulerOf(context)::workAtNight);
    }
  }
}
