package dev.bongsu.alert;

import dev.bongsu.article.ArticleId;
import dev.bongsu.chat.Button;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.PressSeal;
import dev.bongsu.chat.Wording;
import java.util.List;

/// What an alert's buttons say. Those who answer them are in `command`.
public final class AlertButtons {
  /// Why did it come?
  public static final String WHY = "why";

  /// Leave out articles with a word of this one.
  public static final String MUTE = "mute";

  /// Pause the subscriptions it came for.
  public static final String HALT = "halt";

  /// It was worth it.
  public static final String GOOD = "good";

  /// It was not.
  public static final String BAD = "bad";

  private static final int THIS_CHAT = 0;

  private final PressSeal seal;

  public AlertButtons(PressSeal seal) {
    this.seal = seal;
  }

  List<List<Button>> of(ChatId chat, ArticleId article, Wording wording) {
    return List.of(
        List.of(
            button(chat, article, wording.say("button.why"), WHY),
            button(chat, article, wording.say("button.mute"), MUTE),
            button(chat, article, wording.say("button.pause"), HALT)),
        List.of(button(chat, article, "👍", GOOD), button(chat, article, "👎", BAD)));
  }

  private Button button(ChatId chat, ArticleId article, String label, String verb) {
    return Button.saying(label, seal.seal(chat, verb, THIS_CHAT, article.value()), "");
  }
}
