package dev.bongsu.pipeline;

import dev.bongsu.conversation.Conversation;
import dev.bongsu.inbox.InboxStore;
import dev.bongsu.inbox.Received;
import java.util.List;

/// inbox ──▶ effect and reply, in one transaction; a chat is answered in order.
public final class AnswerInbox implements Work<Received> {
  private static final int SLOTS = 16;

  private final InboxStore inbox;
  private final Conversation conversation;

  public AnswerInbox(InboxStore inbox, Conversation conversation) {
    this.inbox = inbox;
    this.conversation = conversation;
  }

  @Override
  public String name() {
    return "answer-inbox";
  }

  @Override
  public String table() {
    return InboxStore.TABLE;
  }

  @Override
  public int slots() {
    return SLOTS;
  }

  @Override
  public List<Received> claim(int atMost) {
    return inbox.claim(atMost);
  }

  @Override
  public void handle(Received received) {
    conversation.answer(received);
  }

  @Override
  public long id(Received received) {
    return received.claim().id();
  }

  @Override
  public void giveBack(Received received) {
    inbox.giveBack(received);
  }

  @Override
  public boolean renew(Received received) {
    return inbox.renew(received);
  }
}
