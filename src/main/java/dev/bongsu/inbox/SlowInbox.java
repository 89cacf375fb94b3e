package dev.bongsu.inbox;

import dev.bongsu.storage.WorkQueue;
import java.util.List;

/// The messages of the inbox that were set aside, because their answer needs a long time.
public final class SlowInbox implements WorkQueue<ClaimedInbound> {
  private final InboxStore inbox;

  public SlowInbox(InboxStore inbox) {
    this.inbox = inbox;
  }

  @Override
  public String table() {
    return InboxStore.TABLE;
  }

  /// One of each sender at a time.
  @Override
  public List<ClaimedInbound> claim(int max) {
    return inbox.claimSetAside(max);
  }

  @Override
  public boolean renew(ClaimedInbound received) {
    return inbox.renew(received);
  }

  @Override
  public void release(ClaimedInbound received) {
    inbox.release(received);
  }
}
