package dev.bongsu.command;

import dev.bongsu.alert.AlertButtons;
import dev.bongsu.alert.Explainer;
import dev.bongsu.alert.Explanation;
import dev.bongsu.alert.FeedbackStore;
import dev.bongsu.article.ArticleId;
import dev.bongsu.article.CanonicalLink;
import dev.bongsu.conversation.CommandContext;
import dev.bongsu.conversation.CommandGroup;
import dev.bongsu.conversation.CommandName;
import dev.bongsu.conversation.InputText;
import dev.bongsu.conversation.PendingReply;
import dev.bongsu.conversation.Reply;
import dev.bongsu.delivery.SentAlertStore;
import dev.bongsu.subscription.Subscription;
import dev.bongsu.subscription.SubscriptionStore;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// `/why`, and the buttons of an alert except muting.
public final class AlertCommands implements CommandGroup {
  private static final int MAX_DIGEST_LINES = 30;

  private final Explainer explainer;
  private final SentAlertStore sent;
  private final SubscriptionStore subscriptions;
  private final FeedbackStore feedback;
  private final ArticleTracer tracer;

  public AlertCommands(
      Explainer explainer,
      SentAlertStore sent,
      SubscriptionStore subscriptions,
      FeedbackStore feedback,
      ArticleTracer tracer) {
    this.explainer = explainer;
    this.sent = sent;
    this.subscriptions = subscriptions;
    this.feedback = feedback;
    this.tracer = tracer;
  }

  @Override
  public Map<CommandName, CommandHandler> handlers() {
    return Map.of(CommandName.WHY, this::why);
  }

  @Override
  public Map<String, ButtonHandler> buttonHandlers() {
    return Map.of(
        AlertButtons.WHY,
            new ButtonHandler(false, (context, words) -> () -> why(context, id(words))),
        AlertButtons.PAUSE,
            new ButtonHandler(true, (context, words) -> () -> pause(context, id(words))),
        AlertButtons.THUMBS_UP,
            new ButtonHandler(
                false, (context, words) -> () -> saveFeedback(context, id(words), true)),
        AlertButtons.THUMBS_DOWN,
            new ButtonHandler(
                false, (context, words) -> () -> saveFeedback(context, id(words), false)));
  }

  private static ArticleId id(List<String> words) {
    return new ArticleId(Long.parseLong(words.getFirst()));
  }

  /// Explains an article by its address, whether it was sent or not; without an address, an alert.
  private PendingReply why(CommandContext context, String address) {
    if (address.isBlank()) {
      return () -> why(context);
    }
    if (!address.contains(".")) {
      return PendingReply.ofText(context.text("fate.no_address"));
    }
    String written = InputText.oneLine(address).replaceAll("^<|[>|].*$", "");
    Optional<URI> link =
        CanonicalLink.of(written.contains("://") ? written : "https://" + written, null);
    return link.map(
            uri -> {
              ArticleTrace trace = tracer.trace(context.chat().key(), uri);
              return PendingReply.ofText(new ArticleTraceText(context).of(trace, uri));
            })
        .orElseGet(() -> PendingReply.ofText(context.text("fate.no_address")));
  }

  /// Explains the alert that is replied to, or the last one.
  private Reply why(CommandContext context) {
    String message = context.inbound().source().messageId();
    List<ArticleId> articles =
        message.isEmpty()
            ? sent.lastArticle(context.chat().key()).stream().toList()
            : sent.articlesOfMessage(context.chat().key(), message);
    return switch (articles.size()) {
      case 0 -> Reply.of(context.text(message.isEmpty() ? "why.none" : "why.not_an_alert"));
      case 1 -> why(context, articles.getFirst());
      default -> Reply.of(digestText(context, articles));
    };
  }

  /// For each article of a digest, the subscriptions that matched it.
  private String digestText(CommandContext context, List<ArticleId> articles) {
    List<String> lines = new ArrayList<>();
    lines.add(context.text("why.digest", articles.size()));
    for (int i = 0; i < Math.min(articles.size(), MAX_DIGEST_LINES); i++) {
      String number = String.valueOf(i + 1);
      lines.add(
          explainer
              .explain(context.chat(), articles.get(i))
              .map(one -> context.text("why.item", number, excerpt(one), subscriptions(one)))
              .orElseGet(() -> context.text("why.item_over", number)));
    }
    if (articles.size() > MAX_DIGEST_LINES) {
      lines.add(context.text("fate.more", articles.size() - MAX_DIGEST_LINES));
    }
    return String.join("\n", lines);
  }

  private static String excerpt(Explanation explanation) {
    return InputText.excerpt(explanation.title());
  }

  private static String subscriptions(Explanation explanation) {
    return explanation.reasons().stream()
        .map(Explanation.Reason::subscription)
        .collect(Collectors.joining(" / "));
  }

  private Reply why(CommandContext context, ArticleId article) {
    return explainer
        .explain(context.chat(), article)
        .map(explanation -> Reply.of(explanationText(context, explanation)))
        .orElseGet(() -> Reply.of(context.text("why.over")));
  }

  private static String explanationText(CommandContext context, Explanation explanation) {
    List<String> lines = new ArrayList<>();
    lines.add(context.text("why.title", explanation.title()));
    for (Explanation.Reason reason : explanation.reasons()) {
      lines.add(context.text("why.reason", reason.subscription()));
      reason.sentences().forEach(sentence -> lines.add(context.text("why.sentence", sentence)));
    }
    return String.join("\n", lines);
  }

  private Reply pause(CommandContext context, ArticleId article) {
    Optional<Explanation> explanation = explainer.explain(context.chat(), article);
    List<String> wanted =
        explanation.stream()
            .flatMap(each -> each.reasons().stream())
            .map(Explanation.Reason::subscription)
            .toList();
    List<Subscription> halted =
        subscriptions.of(context.chat().key()).stream()
            .filter(one -> wanted.contains(one.text()) && !one.options().paused())
            .toList();
    for (Subscription one : halted) {
      subscriptions.setOptions(context.chat().key(), one.id(), one.options().withPaused(true));
    }
    return halted.isEmpty() ? Reply.note(context.text("press.gone")) : pausedReply(context, halted);
  }

  private static Reply pausedReply(CommandContext context, List<Subscription> halted) {
    String names = String.join(" / ", halted.stream().map(Subscription::text).toList());
    Reply reply = Reply.of(context.text("pause.done", names)).toChat();
    return halted.size() > 1
        ? reply
        : reply.withRow(
            context.button(
                "button.paused.off",
                "/resume " + names,
                "set",
                halted.getFirst().id().value(),
                "paused",
                "off"));
  }

  private Reply saveFeedback(CommandContext context, ArticleId article, boolean good) {
    if (!sent.wasSent(context.chat().key(), article)) {
      return Reply.note(context.text("press.gone"));
    }
    feedback.save(context.chat().key(), article, context.inbound().sender(), good);
    return Reply.note(context.text(good ? "feedback.good" : "feedback.bad"));
  }
}
