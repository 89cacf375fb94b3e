package dev.bongsu.pipeline;

import dev.bongsu.conversation.InboxProcessor;
import dev.bongsu.inbox.ClaimedInbound;
import dev.bongsu.inbox.InboxStore;
import java.util.List;

/// inbox ──▶ effect and reply, in one transaction; a chat is answered in order.
public final class AnswerInbox implements WorkQueue<ClaimedInbound> {
  private static final int SLOTS = 16;

  private final InboxStore inbox;
  private final InboxProcessor conversation;

  public AnswerInbox(InboxStore inbox, InboxProcessor conversation) {
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
  public List<ClaimedInbound> claim(int atMost) {
    return inbox.claim(atMost);
  }

  @Override
  public void handle(ClaimedInbound received) {
    conversation.process(received);
  }

  @Override
  public long id(ClaimedInbound received) {
    return received.claim().id();
  }

  @Override
  public void release(ClaimedInbound received) {
    inbox.release(received);
  }

  @Override
  public boolean renew(ClaimedInbound received) {
    return inbox.renew(received);
  }
}
