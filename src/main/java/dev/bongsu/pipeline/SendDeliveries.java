package dev.bongsu.pipeline;

import dev.bongsu.delivery.ChatDelivery;
import dev.bongsu.delivery.OutboxStore;
import dev.bongsu.storage.Claim;
import java.util.List;

/// chats with something due ──▶ their platform: sent, later or dead.
public final class SendDeliveries implements Work<Claim> {
  private static final int SLOTS = 32;

  private final OutboxStore outbox;
  private final ChatDelivery delivery;

  public SendDeliveries(OutboxStore outbox, ChatDelivery delivery) {
    this.outbox = outbox;
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
  public List<Claim> claim(int atMost) {
    return delivery.claim(atMost);
  }

  @Override
  public void handle(Claim chat) {
    delivery.send(chat);
  }

  @Override
  public long id(Claim chat) {
    return chat.id();
  }

  @Override
  public void giveBack(Claim chat) {
    outbox.release(chat);
  }

  @Override
  public void finishUp() {
    delivery.finishUp();
  }

  @Override
  public boolean renew(Claim chat) {
    return outbox.renew(chat);
  }
}
