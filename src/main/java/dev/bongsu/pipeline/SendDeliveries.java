package dev.bongsu.pipeline;

import dev.bongsu.delivery.ChatDelivery;
import dev.bongsu.delivery.ClaimedDelivery;
import dev.bongsu.delivery.OutboxStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// deliveries that may go now ──▶ their platform: sent, later or dead.
public final class SendDeliveries implements WorkQueue<ClaimedDelivery> {
  private static final int SLOTS = 64;

  private final ChatDelivery delivery;

  public SendDeliveries(ChatDelivery delivery) {
    this.delivery = delivery;
  }

  @Override
  public String name() {
    return "send-deliveries";
  }

  @Override
  public String table() {
    return OutboxStore.TABLE;
  }

  @Override
  public int slots() {
    return SLOTS;
  }

  @Override
  public List<ClaimedDelivery> claim(int atMost) {
    return delivery.claim(SLOTS, atMost);
  }

  /// A platform's rate lets the next message go in between ticks.
  @Override
  public Optional<Instant> nextDue() {
    return delivery.nextDue();
  }

  @Override
  public void handle(ClaimedDelivery sending) {
    delivery.send(sending);
  }

  @Override
  public long id(ClaimedDelivery sending) {
    return sending.claim().id();
  }

  @Override
  public void release(ClaimedDelivery sending) {
    delivery.release(sending);
  }

  @Override
  public boolean renew(ClaimedDelivery sending) {
    return delivery.renew(sending);
  }
}
