package dev.bongsu.command;

import dev.bongsu.article.SeenArticle;
import dev.bongsu.chat.Moment;
import dev.bongsu.conversation.Asked;
import dev.bongsu.conversation.BlankText;
import dev.bongsu.delivery.AlertFate;
import dev.bongsu.query.Query;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Says why an article came, or why it did not, in a chat's words.
final class FateWording {
  private static final int MOST_REASONS = 12;

  private final Asked asked;

  FateWording(Asked asked) {
    this.asked = asked;
  }

  String of(ArticleFate fate, URI link) {
    return switch (fate) {
      case ArticleFate.Unknown() -> asked.say("fate.unknown", link);
      case ArticleFate.Forgotten() -> asked.say("fate.forgotten");
      case ArticleFate.NotMatched(SeenArticle seen) -> title(seen) + "\n" + notMatched(seen);
      case ArticleFate.Told(SeenArticle seen, AlertFate alert, List<String> subscriptions) ->
          title(seen) + "\n" + told(alert, subscriptions);
      case ArticleFate.NotTold(SeenArticle seen, List<ArticleFate.Reason> reasons) ->
          title(seen) + "\n" + notTold(seen, reasons);
    };
  }

  private static String title(SeenArticle seen) {
    return BlankText.excerpt(seen.article().title());
  }

  private String notMatched(SeenArticle seen) {
    return switch (seen.state()) {
      case QUIET -> asked.say("fate.quiet", time(seen.seen()));
      case OLD -> asked.say("fate.old", time(seen.seen()));
      case UNREAD, READ -> asked.say("fate.unread", time(seen.seen()));
    };
  }

  private String told(AlertFate alert, List<String> subscriptions) {
    String key = "fate." + alert.state().name().toLowerCase(Locale.ROOT);
    String told = asked.say(key, time(alert.time()));
    return subscriptions.isEmpty()
        ? told
        : told + "\n" + asked.say("alert.subscription", String.join(" / ", subscriptions));
  }

  private String notTold(SeenArticle seen, List<ArticleFate.Reason> reasons) {
    if (reasons.isEmpty()) {
      return asked.say("fate.no_subscriptions", time(seen.seen()));
    }
    List<String> lines = new ArrayList<>();
    lines.add(asked.say("fate.no_match", time(seen.seen())));
    reasons.stream().limit(MOST_REASONS).forEach(reason -> lines.add("• " + line(reason)));
    if (reasons.size() > MOST_REASONS) {
      lines.add(asked.say("fate.more", reasons.size() - MOST_REASONS));
    }
    return String.join("\n", lines);
  }

  private String line(ArticleFate.Reason reason) {
    if (reason.shortfall().none()) {
      return asked.say(reason.paused() ? "fate.paused" : "fate.later", reason.subscription());
    }
    return reason.shortfall().unwanted().isEmpty()
        ? asked.say("fate.missing", reason.subscription(), printed(reason.shortfall().missing()))
        : asked.say("fate.unwanted", reason.subscription(), printed(reason.shortfall().unwanted()));
  }

  private static String printed(List<Query> parts) {
    return parts.stream().map(Query::print).collect(Collectors.joining(", "));
  }

  private String time(Instant time) {
    return Moment.recent(time, asked.here().reader());
  }
}
