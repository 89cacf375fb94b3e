package dev.bongsu.command;

import dev.bongsu.article.ArticleIntake;
import dev.bongsu.article.ArticleStore;
import dev.bongsu.chat.Wording;
import dev.bongsu.feed.DiscoveryOutcome;
import dev.bongsu.feed.Entry;
import dev.bongsu.feed.Feed;
import dev.bongsu.feed.FeedAddress;
import dev.bongsu.feed.FeedDiscovery;
import dev.bongsu.feed.FeedId;
import dev.bongsu.feed.FeedStatus;
import dev.bongsu.feed.FeedStore;
import dev.bongsu.feed.Trouble;
import dev.bongsu.subscription.Chat;
import java.net.URI;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `/feeds`, `/addfeed`, `/removefeed`.
public final class FeedCommands {
  private static final Logger LOG = LoggerFactory.getLogger(FeedCommands.class);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final FeedStore feeds;
  private final FeedDiscovery discovery;
  private final ArticleIntake intake;
  private final ArticleStore articles;

  public FeedCommands(
      FeedStore feeds, FeedDiscovery discovery, ArticleIntake intake, ArticleStore articles) {
    this.articles = articles;
    this.feeds = feeds;
    this.discovery = discovery;
    this.intake = intake;
  }

  Answer list(Chat chat, Wording wording) {
    return () -> {
      List<FeedStatus> all = feeds.visibleTo(chat.key());
      if (all.isEmpty()) {
        return wording.say("feeds.empty");
      }
      List<String> lines = new ArrayList<>(List.of(wording.say("feeds.title", all.size())));
      Map<FeedId, Integer> aWeek = articles.aWeek();
      for (int i = 0; i < all.size(); i++) {
        int count = aWeek.getOrDefault(all.get(i).feed().id(), 0);
        lines.add(line(chat, wording, i + 1, all.get(i), count));
      }
      lines.add(wording.say("feeds.hint"));
      return String.join("\n", lines);
    };
  }

  private static String line(
      Chat chat, Wording wording, int number, FeedStatus status, int articlesAWeek) {
    String line =
        wording.say(
            "feeds.line",
            String.valueOf(number),
            status.feed().displayName(),
            state(chat, wording, status, articlesAWeek));
    return status.kept() ? line + wording.say("feeds.mine") : line;
  }

  private static String state(Chat chat, Wording wording, FeedStatus status, int articlesAWeek) {
    Instant next = status.next();
    if (next == null) {
      return wording.say("feeds.state.gone");
    }
    Instant success = status.succeeded();
    String last = success == null ? "" : time(chat, success);
    if (status.trouble() != Trouble.NONE) {
      String trouble =
          wording.say("feeds.trouble." + status.trouble().name().toLowerCase(Locale.ROOT));
      return success == null
          ? wording.say("feeds.state.never", trouble, time(chat, next))
          : wording.say("feeds.state.failing", last, trouble, time(chat, next));
    }
    return success == null
        ? wording.say("feeds.state.new")
        : wording.say("feeds.state.fine", last, time(chat, next), articlesAWeek);
  }

  private static String time(Chat chat, Instant time) {
    return TIME.format(ZonedDateTime.ofInstant(time, chat.reader().zone()));
  }

  /// Finds the feed at an address: the network work comes before the answer is stored.
  Answer add(Chat chat, Wording wording, String typed) {
    if (typed.isBlank()) {
      return () -> wording.say("addfeed.usage");
    }
    Optional<URI> address = FeedAddress.typed(typed);
    if (address.isEmpty()) {
      return () -> wording.say("addfeed.bad_address");
    }
    Optional<Feed> known = feeds.findActive(address.get());
    if (known.isPresent()) {
      return () -> keep(chat, wording, known.get());
    }
    return switch (discovery.discover(address.get())) {
      case DiscoveryOutcome.NotFound(var kind, String reason) -> {
        LOG.info("{} asked for a feed that cannot be had: {}", chat.id(), reason);
        yield () -> wording.say("addfeed." + kind.name().toLowerCase(Locale.ROOT));
      }
      case DiscoveryOutcome.Found found -> () -> addFound(chat, wording, found);
    };
  }

  private String addFound(Chat chat, Wording wording, DiscoveryOutcome.Found found) {
    Feed feed = feeds.add(found.address(), found.fetched());
    if (!feed.firstPoll()) {
      return keep(chat, wording, feed);
    }
    List<Entry> entries = found.fetched().feed().entries();
    intake.take(feed, entries, true);
    feeds.keep(feed.id(), chat.key());
    return wording.say("addfeed.done", feed.displayName(), feed.address(), entries.size());
  }

  private String keep(Chat chat, Wording wording, Feed feed) {
    String key = feeds.keep(feed.id(), chat.key()) ? "addfeed.known" : "addfeed.already";
    return wording.say(key, feed.displayName(), feed.address());
  }

  Answer remove(Chat chat, Wording wording, String which) {
    if (which.isBlank()) {
      return () -> wording.say("removefeed.usage");
    }
    return () ->
        find(feeds.visibleTo(chat.key()), which)
            .map(status -> remove(chat, wording, status))
            .orElseGet(() -> wording.say("removefeed.none", BlankText.excerpt(which)));
  }

  private String remove(Chat chat, Wording wording, FeedStatus status) {
    String name = status.feed().displayName();
    if (feeds.unkeep(status.feed().id(), chat.key())) {
      return wording.say("removefeed.done", name);
    }
    return wording.say(status.inCatalogue() ? "removefeed.catalogue" : "removefeed.not_mine", name);
  }

  /// By the number of the list, or by the address.
  private static Optional<FeedStatus> find(List<FeedStatus> all, String which) {
    Optional<URI> address = FeedAddress.typed(which);
    return ListNumber.of(which, all.size())
        .map(all::get)
        .or(
            () ->
                all.stream()
                    .filter(s -> address.filter(s.feed().address()::equals).isPresent())
                    .findFirst());
  }
}
