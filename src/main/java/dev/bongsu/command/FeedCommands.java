package dev.bongsu.command;

import dev.bongsu.access.Access;
import dev.bongsu.article.ArticleStore;
import dev.bongsu.chat.Moment;
import dev.bongsu.chat.Wording;
import dev.bongsu.conversation.Answer;
import dev.bongsu.conversation.Asked;
import dev.bongsu.conversation.BlankText;
import dev.bongsu.conversation.CommandName;
import dev.bongsu.conversation.Commands;
import dev.bongsu.conversation.ListNumber;
import dev.bongsu.conversation.Reply;
import dev.bongsu.feed.DiscoveryOutcome;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `/feeds`, `/addfeed`, `/removefeed`.
public final class FeedCommands implements Commands {
  private static final Logger LOG = LoggerFactory.getLogger(FeedCommands.class);
  private static final int PAGE = 20;

  private final FeedStore feeds;
  private final FeedDiscovery discovery;
  private final FeedAdder adder;
  private final Access access;
  private final ArticleStore articles;

  public FeedCommands(
      FeedStore feeds,
      FeedDiscovery discovery,
      FeedAdder adder,
      Access access,
      ArticleStore articles) {
    this.articles = articles;
    this.feeds = feeds;
    this.discovery = discovery;
    this.adder = adder;
    this.access = access;
  }

  @Override
  public Map<CommandName, Handler> handlers() {
    return Map.of(
        CommandName.FEEDS, (asked, rest) -> () -> list(asked, page(rest)),
        CommandName.ADDFEED, this::add,
        CommandName.REMOVEFEED, this::remove);
  }

  @Override
  public Map<String, PressHandler> presses() {
    return Map.of(
        "feeds",
        new PressHandler(
            false, (asked, words) -> () -> list(asked, page(words.getFirst())).inPlace()));
  }

  private static int page(String typed) {
    return ListNumber.of(typed, 1000).map(index -> index + 1).orElse(1);
  }

  private Reply list(Asked asked, int wanted) {
    Chat chat = asked.chat();
    List<FeedStatus> all = feeds.visibleTo(chat.key());
    if (all.isEmpty()) {
      return Reply.of(asked.say("feeds.empty"));
    }
    int pages = Math.ceilDiv(all.size(), PAGE);
    int page = Math.min(wanted, pages);
    int from = (page - 1) * PAGE;
    List<String> lines = new ArrayList<>(List.of(asked.say("feeds.title", all.size())));
    Map<FeedId, Integer> aWeek = articles.aWeek();
    for (int i = from; i < Math.min(from + PAGE, all.size()); i++) {
      int count = aWeek.getOrDefault(all.get(i).feed().id(), 0);
      lines.add(line(chat, asked.wording(), i + 1, all.get(i), count));
    }
    lines.add(asked.say("feeds.hint"));
    return Reply.of(String.join("\n", lines))
        .rows(List.of(SubscriptionPages.turns(asked, "feeds", page, pages)));
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
    return Moment.recent(time, chat.reader());
  }

  /// Finds the feed at an address: the network work comes before the answer is stored.
  private Answer add(Asked asked, String typed) {
    boolean owner = access.isOwner(asked.inbound());
    if (!adder.isAllowed(owner)) {
      return Answer.saying(asked.say("addfeed.owner_only"));
    }
    if (typed.isBlank()) {
      return Answer.saying(asked.say("addfeed.usage"));
    }
    Optional<URI> address = FeedAddress.typed(typed);
    if (address.isEmpty()) {
      return Answer.saying(asked.say("addfeed.bad_address"));
    }
    Optional<Feed> known = feeds.findActive(address.get());
    if (known.isPresent()) {
      return () -> keep(asked, known.get());
    }
    if (adder.isQuotaSpent(asked.chat(), owner)) {
      return Answer.saying(asked.say("quota.feeds", access.settings().feedsPerDay()));
    }
    return discover(asked, address.get());
  }

  private Answer discover(Asked asked, URI address) {
    return switch (discovery.discover(address)) {
      case DiscoveryOutcome.NotFound(var kind, String reason) -> {
        LOG.info("{} asked for a feed that cannot be had: {}", asked.chat().id(), reason);
        yield Answer.saying(asked.say("addfeed." + kind.name().toLowerCase(Locale.ROOT)));
      }
      case DiscoveryOutcome.Found found -> () -> addFound(asked, found);
    };
  }

  private Reply addFound(Asked asked, DiscoveryOutcome.Found found) {
    FeedAdder.Added added = adder.add(asked.chat(), found);
    if (!added.isNew()) {
      return keep(asked, added.feed());
    }
    int entries = found.fetched().feed().entries().size();
    Feed feed = added.feed();
    return Reply.of(asked.say("addfeed.done", feed.displayName(), feed.address(), entries))
        .toChat();
  }

  private Reply keep(Asked asked, Feed feed) {
    String key = feeds.keep(feed.id(), asked.chat().key()) ? "addfeed.known" : "addfeed.already";
    return Reply.of(asked.say(key, feed.displayName(), feed.address())).toChat();
  }

  private Answer remove(Asked asked, String which) {
    if (which.isBlank()) {
      return Answer.saying(asked.say("removefeed.usage"));
    }
    return () ->
        find(feeds.visibleTo(asked.chat().key()), which)
            .map(status -> remove(asked, status))
            .orElseGet(() -> Reply.of(asked.say("removefeed.none", BlankText.excerpt(which))));
  }

  private Reply remove(Asked asked, FeedStatus status) {
    String name = status.feed().displayName();
    if (feeds.unkeep(status.feed().id(), asked.chat().key())) {
      return Reply.of(asked.say("removefeed.done", name)).toChat();
    }
    String key = status.inCatalogue() ? "removefeed.catalogue" : "removefeed.not_mine";
    return Reply.of(asked.say(key, name));
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
