package dev.bongsu.retention;

import dev.bongsu.storage.ClaimPolicy;
import dev.bongsu.storage.NamedLease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Deletes old rows, on one node at a time and in batches so small that no other work waits for
/// them. Nothing that is undelivered is deleted.
public final class RetentionJob {
  private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);
  private static final int BATCH_SIZE = 500;

  private final RetentionSteps steps;
  private final RetentionSettings settings;
  private final ClaimPolicy policy;
  private final NamedLease lease;

  /// @param lease held by the node that deletes
  public RetentionJob(
      RetentionSteps steps, RetentionSettings settings, ClaimPolicy policy, NamedLease lease) {
    this.steps = steps;
    this.settings = settings;
    this.policy = policy;
    this.lease = lease;
  }

  /// Deletes all rows that are too old now. After an error the rest is deleted the next night.
  public void run() {
    try {
      steps.at(policy.clock().instant(), settings).forEach(this::deleteInBatches);
      steps.finish();
      lease.release();
    } catch (RuntimeException e) {
      LOG.warn("Retention failed; retried tonight", e);
    }
  }

  private void deleteInBatches(RetentionSteps.Step step) {
    int all = 0;
    for (int deleted = 1; deleted > 0 && mayContinue(); all += deleted) {
      deleted = step.delete().applyAsInt(BATCH_SIZE);
    }
    if (all > 0) {
      LOG.info("Deleted {} old {}", all, step.rows());
    }
  }

  private boolean mayContinue() {
    return policy.mayClaim().getAsBoolean() && lease.acquireOrRenew();
  }
}
