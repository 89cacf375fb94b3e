package dev.bongsu.delivery;

import dev.bongsu.alert.AlertWriter;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Translations;
import dev.bongsu.delivery.Delivery.Content;
import java.util.List;
import java.util.Optional;

/// Writes the message of a delivery when it is sent.
public final class DeliveryRenderer {
  private final AlertWriter alerts;
  private final DeliveryStore deliveries;

  public DeliveryRenderer(AlertWriter alerts, DeliveryStore deliveries) {
    this.alerts = alerts;
    this.deliveries = deliveries;
  }

  /// The message, with a note if it may be a repeat; empty if no subscription asks for it any more.
  Optional<Message> render(ClaimedDelivery sending) {
    Translations wording = Translations.in(sending.chat().locale().language());
    String note = sending.mayBeRepeat() ? wording.text("delivery.repeat") : "";
    return switch (sending.delivery().content()) {
      case Content.Reply(Message.Text text) ->
          Optional.of(note.isEmpty() ? text : text.withNote(note));
      case Content.Alert(var article) ->
          alerts
              .write(sending.chat(), article)
              .map(alert -> note.isEmpty() ? alert : alert.withNote(note));
      case Content.Digest() -> digest(sending, wording, note);
    };
  }

  private Optional<Message> digest(ClaimedDelivery sending, Translations wording, String note) {
    List<Message.Item> items =
        alerts.items(sending.chat(), deliveries.articlesOf(sending.delivery().id()));
    if (items.isEmpty()) {
      return Optional.empty();
    }
    String heading = wording.text("alert.digest", items.size());
    return Optional.of(
        new Message.Digest(note.isEmpty() ? heading : heading + " · " + note, items));
  }
}
