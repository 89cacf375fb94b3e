package dev.bongsu.command;

import dev.bongsu.command.Export.ExportedSubscription;
import dev.bongsu.feed.Feed;
import dev.bongsu.feed.FeedStatus;
import dev.bongsu.feed.FeedStore;
import dev.bongsu.feed.Opml;
import dev.bongsu.query.ParsedQuery;
import dev.bongsu.query.Query;
import dev.bongsu.query.QueryParser;
import dev.bongsu.subscription.Chat;
import dev.bongsu.subscription.ChatStore;
import dev.bongsu.subscription.Subscription;
import dev.bongsu.subscription.Subscription.Options;
import dev.bongsu.subscription.SubscriptionStore;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// `/export` and `/import`: what a chat has is its own.
public final class DataCommands implements Commands {
  private final ChatStore chats;
  private final SubscriptionStore subscriptions;
  private final FeedStore feeds;
  private final FeedCommands adding;
  private final QueryParser parser;
  private final Access access;
  private final Members members;

  public DataCommands(
      ChatStore chats,
      SubscriptionStore subscriptions,
      FeedStore feeds,
      FeedCommands adding,
      QueryParser parser,
      Access access,
      Members members) {
    this.chats = chats;
    this.subscriptions = subscriptions;
    this.feeds = feeds;
    this.adding = adding;
    this.parser = parser;
    this.access = access;
    this.members = members;
  }

  @Override
  public Map<CommandName, Handler> handlers() {
    return Map.of(
        CommandName.EXPORT,
        (asked, rest) -> () -> export(asked, rest),
        CommandName.IMPORT,
        this::take);
  }

  /// All of it; or, for other feed readers, the feeds as `opml`.
  private Reply export(Asked asked, String form) {
    if (form.equalsIgnoreCase("opml")) {
      List<Feed> added = added(asked);
      return Reply.of(
          added.isEmpty()
              ? asked.say("export.no_feeds")
              : Opml.write(asked.say("export.opml"), added).strip());
    }
    Chat chat = asked.chat();
    List<ExportedSubscription> exported =
        subscriptions.of(chat.key()).stream().map(DataCommands::exported).toList();
    List<String> addresses = added(asked).stream().map(feed -> feed.address().toString()).toList();
    Export all =
        new Export(
            chat.reader().language().toLanguageTag(),
            chat.reader().zone().getId(),
            exported,
            addresses);
    return Reply.of(asked.say("export.head") + "\n" + all.print().strip());
  }

  /// The feeds the chat added. An address that holds a token is shown to nobody else (r105).
  private List<Feed> added(Asked asked) {
    boolean alone = members.isPrivate(asked.here().id());
    return feeds.visibleTo(asked.chat().key()).stream()
        .filter(FeedStatus::kept)
        .map(FeedStatus::feed)
        .filter(feed -> alone || !feed.secret())
        .toList();
  }

  private static ExportedSubscription exported(Subscription one) {
    Options options = one.options();
    return new ExportedSubscription(
        one.text(), options.paused(), options.silent(), options.preview());
  }

  private Answer take(Asked asked, String text) {
    if (text.isBlank()) {
      return Answer.saying(asked.say("import.usage"));
    }
    Optional<Export> read = text.startsWith("<") ? opml(text) : Export.read(text);
    if (read.isEmpty()) {
      return Answer.saying(asked.say("import.bad"));
    }
    Export all = read.get();
    List<BooleanSupplier> feedsToAdd = new ArrayList<>();
    int most = Math.min(all.feeds().size(), access.settings().feedsPerDay());
    all.feeds().subList(0, most).forEach(a -> feedsToAdd.add(adding.prepare(asked, a)));
    return () -> {
      setting(asked.chat(), all);
      long queriesTaken = all.subscriptions().stream().filter(one -> add(asked, one)).count();
      long feedsTaken = feedsToAdd.stream().filter(BooleanSupplier::getAsBoolean).count();
      return Reply.of(
              asked.say(
                  "import.done",
                  queriesTaken,
                  all.subscriptions().size(),
                  feedsTaken,
                  all.feeds().size()))
          .toChat();
    };
  }

  private static Optional<Export> opml(String text) {
    return switch (Opml.read(text.getBytes(StandardCharsets.UTF_8))) {
      case Opml.Outcome.Refused _ -> Optional.empty();
      case Opml.Outcome.Read(Opml list) ->
          Optional.of(
              new Export(
                  "",
                  "",
                  List.of(),
                  list.feeds().stream().map(feed -> feed.address().toString()).toList()));
    };
  }

  private void setting(Chat chat, Export all) {
    if (all.language().equals("ko") || all.language().equals("en")) {
      chats.speak(chat.key(), Locale.forLanguageTag(all.language()));
    }
    try {
      if (!all.timezone().isBlank()) {
        chats.live(chat.key(), ZoneId.of(all.timezone()));
      }
    } catch (DateTimeException _) {
      // Not a zone: the chat keeps its own.
    }
  }

  private boolean add(Asked asked, ExportedSubscription one) {
    String text = BlankText.oneLine(one.query());
    List<Subscription> before = subscriptions.of(asked.chat().key());
    boolean full = before.size() >= access.settings().subscriptions();
    if (full || !(parser.parse(text) instanceof ParsedQuery.Valid(Query query))) {
      return false;
    }
    if (!subscriptions.add(asked.chat().key(), text, query.print())) {
      return false;
    }
    Subscription made = subscriptions.of(asked.chat().key()).getLast();
    Options options = new Options(one.paused(), one.silent(), one.preview());
    subscriptions.set(asked.chat().key(), made.id(), options);
    return true;
  }
}
