package dev.bongsu.command;

import dev.bongsu.article.ArticleStatus;
import dev.bongsu.chat.TimeFormat;
import dev.bongsu.conversation.CommandContext;
import dev.bongsu.conversation.InputText;
import dev.bongsu.delivery.AlertStatus;
import dev.bongsu.feed.FeedAddress;
import dev.bongsu.query.Query;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Explains in a chat's language why an article was sent, or why not.
final class ArticleTraceText {
  private static final int MAX_REASONS = 12;

  private final CommandContext context;

  ArticleTraceText(CommandContext context) {
    this.context = context;
  }

  String of(ArticleTrace trace, URI link) {
    return switch (trace) {
      case ArticleTrace.NeverSeen() ->
          context.text("fate.unknown", FeedAddress.mask(link.toString()));
      case ArticleTrace.TextDeleted() -> context.text("fate.forgotten");
      case ArticleTrace.NotEvaluated(ArticleStatus seen) -> title(seen) + "\n" + notEvaluated(seen);
      case ArticleTrace.Alerted(
              ArticleStatus seen,
              AlertStatus alert,
              List<String> subscriptions,
              List<String> sources) ->
          title(seen) + "\n" + alerted(alert, subscriptions) + sources(sources);
      case ArticleTrace.NotAlerted(ArticleStatus seen, List<ArticleTrace.Reason> reasons) ->
          title(seen) + "\n" + notAlerted(seen, reasons);
    };
  }

  private static String title(ArticleStatus seen) {
    return InputText.excerpt(seen.article().title());
  }

  private String notEvaluated(ArticleStatus seen) {
    return switch (seen.stage()) {
      case SILENT -> context.text("fate.quiet", time(seen.seen()));
      case STALE -> context.text("fate.old", time(seen.seen()));
      case PENDING, PROCESSED -> context.text("fate.unread", time(seen.seen()));
    };
  }

  private String alerted(AlertStatus alert, List<String> subscriptions) {
    String key = "fate." + alert.state().name().toLowerCase(Locale.ROOT);
    String sent = context.text(key, time(alert.time()));
    return subscriptions.isEmpty()
        ? sent
        : sent + "\n" + context.text("alert.subscription", String.join(" / ", subscriptions));
  }

  private String sources(List<String> sources) {
    return sources.size() < 2
        ? ""
        : "\n" + context.text("fate.sources", String.join(", ", sources));
  }

  private String notAlerted(ArticleStatus seen, List<ArticleTrace.Reason> reasons) {
    if (reasons.isEmpty()) {
      return context.text("fate.no_subscriptions", time(seen.seen()));
    }
    List<String> lines = new ArrayList<>();
    lines.add(context.text("fate.no_match", time(seen.seen())));
    reasons.stream().limit(MAX_REASONS).forEach(reason -> lines.add("• " + line(reason)));
    if (reasons.size() > MAX_REASONS) {
      lines.add(context.text("fate.more", reasons.size() - MAX_REASONS));
    }
    return String.join("\n", lines);
  }

  private String line(ArticleTrace.Reason reason) {
    if (reason.mismatch().isEmpty()) {
      return context.text(reason.paused() ? "fate.paused" : "fate.later", reason.subscription());
    }
    return reason.mismatch().unwanted().isEmpty()
        ? context.text("fate.missing", reason.subscription(), printed(reason.mismatch().missing()))
        : context.text(
            "fate.unwanted", reason.subscription(), printed(reason.mismatch().unwanted()));
  }

  private static String printed(List<Query> parts) {
    return parts.stream().map(Query::print).collect(Collectors.joining(", "));
  }

  private String time(Instant time) {
    return TimeFormat.dateTimeWithoutYear(time, context.originChat().locale());
  }
}
