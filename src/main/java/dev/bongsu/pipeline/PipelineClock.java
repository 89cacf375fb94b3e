package dev.bongsu.pipeline;

import java.util.Properties;
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

/// Quartz as the pipeline's clock: a tick a second, kept in memory. Which node does what is decided
/// by the claims in the tables. Ticks missed in a long pause are made up by one.
public final class PipelineClock implements SmartLifecycle {
  private static final String PIPELINE = "pipeline";

  private final Pipeline pipeline;
  private final Scheduler scheduler;
  private volatile boolean running;

  public PipelineClock(Pipeline pipeline) {
    this.pipeline = pipeline;
    this.scheduler = scheduler();
  }

  @Override
  public void start() {
    pipeline.listen();
    try {
      scheduler.getContext().put(PIPELINE, pipeline);
      scheduler.scheduleJob(JobBuilder.newJob(Tick.class).build(), everySecond());
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

  private static Trigger everySecond() {
    return TriggerBuilder.newTrigger()
        .withSchedule(
            SimpleScheduleBuilder.repeatSecondlyForever()
                .withMisfireHandlingInstructionNextWithRemainingCount())
        .build();
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

  /// One tick.
  @DisallowConcurrentExecution
  public static final class Tick implements Job {
    @Override
    public void execute(JobExecutionContext context) {
      try {
        if (context.getScheduler().getContext().get(PIPELINE) instanceof Pipeline pipeline) {
          pipeline.tick();
        }
      } catch (SchedulerException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
