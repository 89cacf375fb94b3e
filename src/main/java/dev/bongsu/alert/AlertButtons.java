package dev.bongsu.alert;

import dev.bongsu.article.ArticleId;
import dev.bongsu.chat.Button;
import dev.bongsu.chat.ButtonSigner;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Translations;
import java.util.List;

/// The values of an alert's buttons. Their handlers are in `command`.
public final class AlertButtons {
  /// Explains why the alert came.
  public static final String WHY = "why";

  /// Offers words of this article to exclude.
  public static final String MUTE = "mute";

  /// Pauses the subscriptions that matched.
  public static final String PAUSE = "halt";

  /// Rates the alert as good.
  public static final String THUMBS_UP = "good";

  /// Rates the alert as bad.
  public static final String THUMBS_DOWN = "bad";

  private static final int THIS_CHAT = 0;

  private final ButtonSigner seal;

  public AlertButtons(ButtonSigner seal) {
    this.seal = seal;
  }

  List<List<Button>> of(ChatId chat, ArticleId article, Translations wording) {
    return List.of(
        List.of(
            button(chat, article, wording.text("button.why"), WHY),
            button(chat, article, wording.text("button.mute"), MUTE),
            button(chat, article, wording.text("button.pause"), PAUSE)),
        List.of(button(chat, article, "👍", THUMBS_UP), button(chat, article, "👎", THUMBS_DOWN)));
  }

  private Button button(ChatId chat, ArticleId article, String label, String verb) {
    return Button.ofAction(label, seal.sign(chat, verb, THIS_CHAT, article.value()), "");
  }
}
