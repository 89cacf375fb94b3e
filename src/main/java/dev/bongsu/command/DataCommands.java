package dev.bongsu.command;

import dev.bongsu.access.Access;
import dev.bongsu.access.AccessSettings.AddFeeds;
import dev.bongsu.access.Members;
import dev.bongsu.command.Export.ExportedSubscription;
import dev.bongsu.conversation.Answer;
import dev.bongsu.conversation.Asked;
import dev.bongsu.conversation.BlankText;
import dev.bongsu.conversation.CommandName;
import dev.bongsu.conversation.Commands;
import dev.bongsu.conversation.Reply;
import dev.bongsu.feed.Feed;
import dev.bongsu.feed.FeedStatus;
import dev.bongsu.feed.FeedStore;
import dev.bongsu.feed.Opml;
import dev.bongsu.query.ParsedQuery;
import dev.bongsu.query.Query;
import dev.bongsu.query.QueryParser;
import dev.bongsu.subscription.Chat;
import dev.bongsu.subscription.ChatStore;
import dev.bongsu.subscription.Subscription.Options;
import dev.bongsu.subscription.Subscription;
import dev.bongsu.subscription.SubscriptionStore;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// `/export` and `/import`: what a chat has is its own.
public final class DataCommands implements Commands {
  /// Characters of a message that any platform takes whole, however much its markup adds.
  private static final int PART = 2500;

  private static final int FEEDS_A_PART = 8;

  private final ChatStore chats;
  private final SubscriptionStore subscriptions;
  private final FeedStore feeds;
  private final FeedImportStore imports;
  private final QueryParser parser;
  private final Access access;
  private final Members members;

  public DataCommands(
      ChatStore chats,
      SubscriptionStore subscriptions,
      FeedStore feeds,
      FeedImportStore imports,
      QueryParser parser,
      Access access,
      Members members) {
    this.chats = chats;
    this.subscriptions = subscriptions;
    this.feeds = feeds;
    this.imports = imports;
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

  /// All of it; or, for other feed readers, the feeds as `opml`. What is long comes in several
  /// messages, each of which can be imported by itself.
  private Reply export(Asked asked, String form) {
    if (form.equalsIgnoreCase("opml")) {
      List<Feed> added = added(asked);
      return added.isEmpty()
          ? Reply.of(asked.say("export.no_feeds"))
          : Reply.of(opml(asked, added));
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
    return Reply.of(
        all.inParts(PART).stream()
            .map(part -> asked.say("export.head") + "\n" + part.print().strip())
            .toList());
  }

  private static List<String> opml(Asked asked, List<Feed> all) {
    List<String> parts = new ArrayList<>();
    for (int from = 0; from < all.size(); from += FEEDS_A_PART) {
      List<Feed> some = all.subList(from, Math.min(from + FEEDS_A_PART, all.size()));
      parts.add(Opml.write(asked.say("export.opml"), some).strip());
    }
    return parts;
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
    return () -> Reply.of(taken(asked, all)).toChat();
  }

  private String taken(Asked asked, Export all) {
    List<String> lines = new ArrayList<>();
    setting(asked.chat(), all);
    if (!all.subscriptions().isEmpty()) {
      long taken = all.subscriptions().stream().filter(one -> add(asked, one)).count();
      lines.add(asked.say("import.done", taken, all.subscriptions().size()));
    }
    if (!all.feeds().isEmpty()) {
      lines.add(begun(asked, all.feeds()));
    }
    return lines.isEmpty() ? asked.say("import.nothing") : String.join("\n", lines);
  }

  /// They are looked for one by one, while the chat goes on.
  private String begun(Asked asked, List<String> feedsToAdd) {
    boolean owner = access.isOwner(asked.inbound());
    if (!owner && access.settings().addFeeds() == AddFeeds.OWNER) {
      return asked.say("addfeed.owner_only");
    }
    imports.add(asked.chat().key(), feedsToAdd, owner);
    return asked.say("import.begun", feedsToAdd.size());
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
