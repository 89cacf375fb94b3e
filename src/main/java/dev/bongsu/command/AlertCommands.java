package dev.bongsu.command;

import dev.bongsu.alert.AlertButtons;
import dev.bongsu.alert.Explainer;
import dev.bongsu.alert.Explanation;
import dev.bongsu.alert.FeedbackStore;
import dev.bongsu.article.ArticleId;
import dev.bongsu.article.CanonicalLink;
import dev.bongsu.conversation.Answer;
import dev.bongsu.conversation.Asked;
import dev.bongsu.conversation.BlankText;
import dev.bongsu.conversation.CommandName;
import dev.bongsu.conversation.Commands;
import dev.bongsu.conversation.Reply;
import dev.bongsu.delivery.SentAlertStore;
import dev.bongsu.subscription.Subscription.Options;
import dev.bongsu.subscription.Subscription;
import dev.bongsu.subscription.SubscriptionStore;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// `/why`, and the buttons of an alert but for muting.
public final class AlertCommands implements Commands {
  private static final int MOST_OF_DIGEST = 30;

  private final Explainer explainer;
  private final SentAlertStore sent;
  private final SubscriptionStore subscriptions;
  private final FeedbackStore feedback;
  private final ArticleFates fates;

  public AlertCommands(
      Explainer explainer,
      SentAlertStore sent,
      SubscriptionStore subscriptions,
      FeedbackStore feedback,
      ArticleFates fates) {
    this.explainer = explainer;
    this.sent = sent;
    this.subscriptions = subscriptions;
    this.feedback = feedback;
    this.fates = fates;
  }

  @Override
  public Map<CommandName, Handler> handlers() {
    return Map.of(CommandName.WHY, this::why);
  }

  @Override
  public Map<String, PressHandler> presses() {
    return Map.of(
        AlertButtons.WHY, new PressHandler(false, (asked, words) -> () -> why(asked, id(words))),
        AlertButtons.HALT, new PressHandler(true, (asked, words) -> () -> halt(asked, id(words))),
        AlertButtons.GOOD,
            new PressHandler(false, (asked, words) -> () -> say(asked, id(words), true)),
        AlertButtons.BAD,
            new PressHandler(false, (asked, words) -> () -> say(asked, id(words), false)));
  }

  private static ArticleId id(List<String> words) {
    return new ArticleId(Long.parseLong(words.getFirst()));
  }

  /// Of an article by its address, whether it came or not; without one, of an alert.
  private Answer why(Asked asked, String address) {
    if (address.isBlank()) {
      return () -> why(asked);
    }
    if (!address.contains(".")) {
      return Answer.saying(asked.say("fate.no_address"));
    }
    String written = BlankText.oneLine(address).replaceAll("^<|[>|].*$", "");
    Optional<URI> link =
        CanonicalLink.of(written.contains("://") ? written : "https://" + written, null);
    return link.map(
            uri -> {
              ArticleFate fate = fates.of(asked.chat().key(), uri);
              return Answer.saying(new FateWording(asked).of(fate, uri));
            })
        .orElseGet(() -> Answer.saying(asked.say("fate.no_address")));
  }

  /// Of the alert that is replied to, or of the last one.
  private Reply why(Asked asked) {
    String message = asked.inbound().way().message();
    List<ArticleId> told =
        message.isEmpty()
            ? sent.last(asked.chat().key()).stream().toList()
            : sent.find(asked.chat().key(), message);
    return switch (told.size()) {
      case 0 -> Reply.of(asked.say(message.isEmpty() ? "why.none" : "why.not_an_alert"));
      case 1 -> why(asked, told.getFirst());
      default -> Reply.of(digest(asked, told));
    };
  }

  /// Of each article of a digest the subscriptions that it came for.
  private String digest(Asked asked, List<ArticleId> told) {
    List<String> lines = new ArrayList<>();
    lines.add(asked.say("why.digest", told.size()));
    for (int i = 0; i < Math.min(told.size(), MOST_OF_DIGEST); i++) {
      String number = String.valueOf(i + 1);
      lines.add(
          explainer
              .explain(asked.chat(), told.get(i))
              .map(one -> asked.say("why.item", number, excerpt(one), subscriptions(one)))
              .orElseGet(() -> asked.say("why.item_over", number)));
    }
    if (told.size() > MOST_OF_DIGEST) {
      lines.add(asked.say("fate.more", told.size() - MOST_OF_DIGEST));
    }
    return String.join("\n", lines);
  }

  private static String excerpt(Explanation explanation) {
    return BlankText.excerpt(explanation.title());
  }

  private static String subscriptions(Explanation explanation) {
    return explanation.reasons().stream()
        .map(Explanation.Reason::subscription)
        .collect(Collectors.joining(" / "));
  }

  private Reply why(Asked asked, ArticleId article) {
    return explainer
        .explain(asked.chat(), article)
        .map(explanation -> Reply.of(words(asked, explanation)))
        .orElseGet(() -> Reply.of(asked.say("why.over")));
  }

  private static String words(Asked asked, Explanation explanation) {
    List<String> lines = new ArrayList<>();
    lines.add(asked.say("why.title", explanation.title()));
    for (Explanation.Reason reason : explanation.reasons()) {
      lines.add(asked.say("why.reason", reason.subscription()));
      reason.sentences().forEach(sentence -> lines.add(asked.say("why.sentence", sentence)));
    }
    return String.join("\n", lines);
  }

  private Reply halt(Asked asked, ArticleId article) {
    Optional<Explanation> explanation = explainer.explain(asked.chat(), article);
    List<String> wanted =
        explanation.stream()
            .flatMap(each -> each.reasons().stream())
            .map(Explanation.Reason::subscription)
            .toList();
    List<Subscription> halted =
        subscriptions.of(asked.chat().key()).stream()
            .filter(one -> wanted.contains(one.text()) && !one.options().paused())
            .toList();
    for (Subscription one : halted) {
      Options now = one.options();
      subscriptions.set(
          asked.chat().key(), one.id(), new Options(true, now.silent(), now.preview()));
    }
    return halted.isEmpty() ? Reply.note(asked.say("press.gone")) : halted(asked, halted);
  }

  private static Reply halted(Asked asked, List<Subscription> halted) {
    String names = String.join(" / ", halted.stream().map(Subscription::text).toList());
    Reply reply = Reply.of(asked.say("pause.done", names)).toChat();
    return halted.size() > 1
        ? reply
        : reply.row(
            asked.button(
                "button.paused.off",
                "/resume " + names,
                "set",
                halted.getFirst().id().value(),
                "paused",
                "off"));
  }

  private Reply say(Asked asked, ArticleId article, boolean good) {
    if (!sent.has(asked.chat().key(), article)) {
      return Reply.note(asked.say("press.gone"));
    }
    feedback.say(asked.chat().key(), article, asked.inbound().sender(), good);
    return Reply.note(asked.say(good ? "feedback.good" : "feedback.bad"));
  }
}
