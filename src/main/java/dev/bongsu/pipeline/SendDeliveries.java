package dev.bongsu.pipeline;

import dev.bongsu.delivery.ChatDelivery;
import dev.bongsu.delivery.OutboxStore;
import dev.bongsu.delivery.Sending;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// deliveries that may go now ──▶ their platform: sent, later or dead.
public final class SendDeliveries implements Work<Sending> {
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
  public List<Sending> claim(int atMost) {
    return delivery.claim(SLOTS, atMost);
  }

  /// A platform's rate lets the next message go in between ticks.
  @Override
  public Optional<Instant> next() {
    return delivery.next();
  }

  @Override
  public void handle(Sending sending) {
    delivery.send(sending);
  }

  @Override
  public long id(Sending sending) {
    return sending.claim().id();
  }

  @Override
  public void giveBack(Sending sending) {
    delivery.giveBack(sending);
  }

  @Override
  public boolean renew(Sending sending) {
    return delivery.renew(sending);
  }
}
