package dev.bongsu.testkit;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatSender;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Platform;
import dev.bongsu.chat.SendResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A platform that keeps what it was given, and answers as a test tells it to.
public final class FakeChat implements ChatSender {
  private final Platform platform;
  private final List<ReceivedMessage> received = new ArrayList<>();
  private final List<ReceivedMessage> attempts = new ArrayList<>();
  private final Map<ChatId, SendResult> answers = new HashMap<>();
  private Function<Message, SendResult> answer = _ -> new SendResult.Sent("m");
  private volatile boolean unavailable;
  private Runnable beforeArrival = () -> {};

  public FakeChat(Platform platform) {
    this.platform = platform;
  }

  /// From now on every send is answered so; only what is answered by `SentMessage` arrives.
  public void answer(SendResult result) {
    answer = _ -> result;
  }

  /// From now on one message is answered so, and every other arrives.
  public void answer(Message message, SendResult result) {
    answer = sent -> sent.equals(message) ? result : new SendResult.Sent("m");
  }

  /// From now on every send to a chat is answered so; null for as all others.
  public synchronized void answer(ChatId chat, @Nullable SendResult result) {
    if (result == null) {
      answers.remove(chat);
    } else {
      answers.put(chat, result);
    }
  }

  /// How many sends to a chat were tried.
  public synchronized long attempts(ChatId chat) {
    return attempts.stream().filter(one -> one.chat().equals(chat)).count();
  }

  /// Runs when a send begins, before the message has arrived.
  public void beforeArrival(Runnable action) {
    beforeArrival = action;
  }

  @Override
  public Platform platform() {
    return platform;
  }

  /// From now on the platform answers nothing at all, or something again.
  public void setUnavailable(boolean silent) {
    this.unavailable = silent;
  }

  @Override
  public boolean isReachable() {
    return !unavailable;
  }

  @Override
  public List<Supplier<SendResult>> prepare(ChatId chat, Message message, boolean plain) {
    return List.of(() -> send(chat, message, plain));
  }

  private synchronized SendResult send(ChatId chat, Message message, boolean plain) {
    beforeArrival.run();
    attempts.add(new ReceivedMessage(chat, message));
    SendResult told = answers.get(chat);
    SendResult result = told == null ? answer.apply(message) : told;
    if (plain && result instanceof SendResult.InvalidMessage) {
      result = new SendResult.Sent("plain");
    }
    if (result instanceof SendResult.Sent) {
      received.add(new ReceivedMessage(chat, message));
    }
    return result;
  }

  /// What arrived, in order.
  public synchronized List<ReceivedMessage> received() {
    return List.copyOf(received);
  }

  /// The alerts that arrived in a chat, in order.
  public List<Message.Alert> alerts(ChatId chat) {
    return received().stream()
        .filter(one -> one.chat().equals(chat))
        .map(ReceivedMessage::message)
        .filter(Message.Alert.class::isInstance)
        .map(Message.Alert.class::cast)
        .toList();
  }

  /// The answers that arrived in a chat, in order.
  public List<String> replies(ChatId chat) {
    return received().stream()
        .filter(one -> one.chat().equals(chat))
        .map(ReceivedMessage::message)
        .filter(Message.Text.class::isInstance)
        .map(message -> ((Message.Text) message).text())
        .toList();
  }

  /// One message that arrived.
  public record ReceivedMessage(ChatId chat, Message message) {}
}
