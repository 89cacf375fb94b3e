package dev.bongsu.command;

import dev.bongsu.access.Access;
import dev.bongsu.access.AccessSettings.AddFeeds;
import dev.bongsu.command.ChatExport.ExportedSubscription;
import dev.bongsu.conversation.CommandContext;
import dev.bongsu.conversation.CommandGroup;
import dev.bongsu.conversation.CommandName;
import dev.bongsu.conversation.InputText;
import dev.bongsu.conversation.PendingReply;
import dev.bongsu.conversation.Reply;
import dev.bongsu.feed.Feed;
import dev.bongsu.feed.KeeperStore;
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

/// `/export` and `/import` of a chat's data.
public final class ImportExportCommands implements CommandGroup {
  /// Characters that fit into one message on any platform, whatever its markup adds.
  private static final int MAX_PART_CHARACTERS = 2500;

  private static final int FEEDS_PER_PART = 8;

  private final ChatStore chats;
  private final SubscriptionStore subscriptions;
  private final KeeperStore keepers;
  private final FeedImportStore imports;
  private final QueryParser parser;
  private final Access access;

  public ImportExportCommands(
      ChatStore chats,
      SubscriptionStore subscriptions,
      KeeperStore keepers,
      FeedImportStore imports,
      QueryParser parser,
      Access access) {
    this.chats = chats;
    this.subscriptions = subscriptions;
    this.keepers = keepers;
    this.imports = imports;
    this.parser = parser;
    this.access = access;
  }

  @Override
  public Map<CommandName, CommandHandler> handlers() {
    return Map.of(
        CommandName.EXPORT,
        (context, rest) -> () -> export(context, rest),
        CommandName.IMPORT,
        this::importText);
  }

  /// Exports everything, or with `opml` the feeds for other feed readers. A long export comes in
  /// several messages, each of which can be imported by itself.
  private Reply export(CommandContext context, String form) {
    if (form.equalsIgnoreCase("opml")) {
      List<Feed> added = addedFeeds(context);
      return added.isEmpty()
          ? Reply.of(context.text("export.no_feeds"))
          : Reply.of(opml(context, added));
    }
    Chat chat = context.chat();
    List<ExportedSubscription> exported =
        subscriptions.of(chat.key()).stream().map(ImportExportCommands::exported).toList();
    List<String> addresses =
        addedFeeds(context).stream().map(feed -> feed.address().toString()).toList();
    ChatExport all =
        new ChatExport(
            chat.locale().language().toLanguageTag(),
            chat.locale().zone().getId(),
            exported,
            addresses);
    return Reply.of(
        all.split(MAX_PART_CHARACTERS).stream()
            .map(part -> context.text("export.head") + "\n" + part.toYaml().strip())
            .toList());
  }

  private static List<String> opml(CommandContext context, List<Feed> all) {
    List<String> parts = new ArrayList<>();
    for (int from = 0; from < all.size(); from += FEEDS_PER_PART) {
      List<Feed> some = all.subList(from, Math.min(from + FEEDS_PER_PART, all.size()));
      parts.add(Opml.write(context.text("export.opml"), some).strip());
    }
    return parts;
  }

  /// The feeds the chat added. A secret address is never shown (r105).
  private List<Feed> addedFeeds(CommandContext context) {
    return keepers.feedsKeptBy(context.chat().key()).stream()
        .filter(feed -> !feed.secret())
        .toList();
  }

  private static ExportedSubscription exported(Subscription one) {
    Options options = one.options();
    return new ExportedSubscription(
        one.text(), options.paused(), options.silent(), options.preview());
  }

  private PendingReply importText(CommandContext context, String text) {
    if (text.isBlank()) {
      return PendingReply.ofText(context.text("import.usage"));
    }
    Optional<ChatExport> read = text.startsWith("<") ? opml(text) : ChatExport.parse(text);
    if (read.isEmpty()) {
      return PendingReply.ofText(context.text("import.bad"));
    }
    ChatExport all = read.get();
    return () -> Reply.of(importAll(context, all)).toChat();
  }

  private String importAll(CommandContext context, ChatExport all) {
    List<String> lines = new ArrayList<>();
    applySettings(context.chat(), all);
    if (!all.subscriptions().isEmpty()) {
      long taken =
          all.subscriptions().stream().filter(one -> addSubscription(context, one)).count();
      lines.add(context.text("import.done", taken, all.subscriptions().size()));
    }
    if (!all.feeds().isEmpty()) {
      lines.add(startFeedImport(context, all.feeds()));
    }
    return lines.isEmpty() ? context.text("import.nothing") : String.join("\n", lines);
  }

  /// The feeds are discovered one by one in the background.
  private String startFeedImport(CommandContext context, List<String> feedsToAdd) {
    boolean owner = access.isOwner(context.inbound());
    if (!owner && access.settings().addFeeds() == AddFeeds.OWNER) {
      return context.text("addfeed.owner_only");
    }
    imports.add(context.chat().key(), feedsToAdd, owner);
    return context.text("import.begun", feedsToAdd.size());
  }

  private static Optional<ChatExport> opml(String text) {
    return switch (Opml.read(text.getBytes(StandardCharsets.UTF_8))) {
      case Opml.Outcome.Refused _ -> Optional.empty();
      case Opml.Outcome.Read(Opml list) ->
          Optional.of(
              new ChatExport(
                  "",
                  "",
                  List.of(),
                  list.feeds().stream().map(feed -> feed.address().toString()).toList()));
    };
  }

  private void applySettings(Chat chat, ChatExport all) {
    if (all.language().equals("ko") || all.language().equals("en")) {
      chats.setLanguage(chat.key(), Locale.forLanguageTag(all.language()));
    }
    try {
      if (!all.timezone().isBlank()) {
        chats.setZone(chat.key(), ZoneId.of(all.timezone()));
      }
    } catch (DateTimeException _) {
      // Not a zone: the chat keeps its own.
    }
  }

  private boolean addSubscription(CommandContext context, ExportedSubscription one) {
    String text = InputText.oneLine(one.query());
    List<Subscription> before = subscriptions.of(context.chat().key());
    boolean full = before.size() >= access.settings().subscriptions();
    if (full || !(parser.parse(text) instanceof ParsedQuery.Valid(Query query))) {
      return false;
    }
    if (!subscriptions.add(context.chat().key(), text, query.print())) {
      return false;
    }
    Subscription made = subscriptions.of(context.chat().key()).getLast();
    Options options = new Options(one.paused(), one.silent(), one.preview());
    subscriptions.setOptions(context.chat().key(), made.id(), options);
    return true;
  }
}
