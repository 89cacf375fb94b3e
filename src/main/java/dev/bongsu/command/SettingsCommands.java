package dev.bongsu.command;

import dev.bongsu.chat.ChatKey;
import dev.bongsu.chat.Message.ChatLocale;
import dev.bongsu.chat.TimeFormat;
import dev.bongsu.chat.Translations;
import dev.bongsu.conversation.CommandContext;
import dev.bongsu.conversation.CommandGroup;
import dev.bongsu.conversation.CommandName;
import dev.bongsu.conversation.InputText;
import dev.bongsu.conversation.PendingReply;
import dev.bongsu.conversation.Reply;
import dev.bongsu.language.ZoneNames;
import dev.bongsu.subscription.ChatStore;
import dev.bongsu.subscription.Subscription;
import dev.bongsu.subscription.SubscriptionStore;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// `/settings`, `/language`, `/timezone`.
public final class SettingsCommands implements CommandGroup {
  private static final Map<String, String> LANGUAGES =
      Map.of("ko", "ko", "한국어", "ko", "korean", "ko", "en", "en", "english", "en", "영어", "en");
  private static final Map<String, String> OPTIONS =
      Map.of("silent", "silent", "소리없이", "silent", "preview", "preview", "그림", "preview");
  private static final Set<String> READS = Set.of("reads", "읽기");
  private static final Set<String> ON = Set.of("on", "켜기", "켬", "");
  private static final Set<String> OFF = Set.of("off", "끄기", "끔");

  private final ChatStore chats;
  private final SubscriptionStore subscriptions;
  private final SubscriptionListCommands pages;
  private final InstantSource clock;

  public SettingsCommands(
      ChatStore chats,
      SubscriptionStore subscriptions,
      SubscriptionListCommands pages,
      InstantSource clock) {
    this.chats = chats;
    this.subscriptions = subscriptions;
    this.pages = pages;
    this.clock = clock;
  }

  @Override
  public Map<CommandName, CommandHandler> handlers() {
    return Map.of(
        CommandName.SETTINGS, this::settings,
        CommandName.LANGUAGE, this::language,
        CommandName.TIMEZONE, this::timezone);
  }

  @Override
  public Map<String, ButtonHandler> buttonHandlers() {
    return Map.of(
        "lang",
        new ButtonHandler(
            true, (context, words) -> () -> setLanguage(context, words.getFirst()).inPlace()));
  }

  /// All settings, a subscription's card, or an option of it: `2 silent on`.
  private PendingReply settings(CommandContext context, String rest) {
    String[] words = rest.isEmpty() ? new String[0] : rest.split(InputText.WHITESPACE + "+");
    if (words.length == 0) {
      return () -> overview(context);
    }
    if (READS.contains(words[0].toLowerCase(Locale.ROOT))) {
      return () -> setReads(context, List.of(words).subList(1, words.length));
    }
    return () -> {
      int option = indexOfOption(words);
      String which = String.join(" ", List.of(words).subList(0, option));
      List<Subscription> all = subscriptions.of(context.chat().key());
      ListSelection<Subscription> selected = SubscriptionLookup.parse(all, which);
      if (!selected.unknown().isEmpty()) {
        return PauseCommands.notFound(context, selected);
      }
      if (option < words.length) {
        return setOption(context, selected, List.of(words).subList(option, words.length));
      }
      return selected.chosen().size() == 1
          ? pages.card(context, selected.chosen().getFirst())
          : Reply.of(context.text("settings.usage"));
    };
  }

  /// The languages that words are also sought in: `reads ko,en`; none to show them.
  private Reply setReads(CommandContext context, List<String> typed) {
    List<String> names = List.of(String.join(",", typed).toLowerCase(Locale.ROOT).split(",+"));
    if (!typed.isEmpty() && !LANGUAGES.keySet().containsAll(names)) {
      return Reply.of(context.text("settings.reads_unknown"));
    }
    ChatKey chat = context.chat().key();
    if (!typed.isEmpty()) {
      chats.setReads(
          chat, names.stream().map(LANGUAGES::get).collect(Collectors.toCollection(TreeSet::new)));
    }
    String languages =
        chats.reads(chat).stream()
            .map(code -> OtherLanguages.languageName(context, code))
            .collect(Collectors.joining(", "));
    return Reply.of(context.text("settings.reads", languages)).toChat();
  }

  /// Where the option's name stands; after all words if there is none.
  private static int indexOfOption(String... words) {
    for (int i = words.length - 1; i > 0; i--) {
      if (OPTIONS.containsKey(words[i].toLowerCase(Locale.ROOT))) {
        return i;
      }
    }
    return words.length;
  }

  private Reply setOption(
      CommandContext context, ListSelection<Subscription> selected, List<String> words) {
    String option = OPTIONS.getOrDefault(words.getFirst().toLowerCase(Locale.ROOT), "");
    String value = words.size() > 1 ? words.get(1).toLowerCase(Locale.ROOT) : "";
    if (!ON.contains(value) && !OFF.contains(value)) {
      return Reply.of(context.text("settings.usage"));
    }
    if (!SubscriptionListCommands.hasOption(context, option)) {
      return Reply.of(context.text("settings.no_silent"));
    }
    List<Reply> cards =
        selected.chosen().stream()
            .map(one -> pages.setOption(context, one, option, ON.contains(value)))
            .toList();
    return cards.size() == 1 ? cards.getFirst() : pages.list(context, 1);
  }

  private Reply overview(CommandContext context) {
    Locale language = context.chat().locale().language();
    return Reply.of(
            context.text(
                "settings.overview",
                Translations.in(language).text("language.name"),
                zone(context, context.chat().locale().zone()),
                subscriptions.of(context.chat().key()).size()))
        .withRow(
            context.button("button.language.ko", "/language ko", "lang", "ko"),
            context.button("button.language.en", "/language en", "lang", "en"))
        .withRow(context.button("button.list", "/list", "list", 1));
  }

  private PendingReply language(CommandContext context, String typed) {
    return Optional.ofNullable(LANGUAGES.get(typed.toLowerCase(Locale.ROOT)))
        .<PendingReply>map(tag -> () -> setLanguage(context, tag).toChat())
        .orElseGet(
            () ->
                () ->
                    Reply.of(context.text("language.unknown"))
                        .withRow(
                            context.button("button.language.ko", "/language ko", "lang", "ko"),
                            context.button("button.language.en", "/language en", "lang", "en")));
  }

  private Reply setLanguage(CommandContext context, String tag) {
    Locale chosen = Locale.forLanguageTag(tag);
    chats.setLanguage(context.chat().key(), chosen);
    return Reply.of(Translations.in(chosen).text("language.done"));
  }

  private PendingReply timezone(CommandContext context, String typed) {
    String zone = zone(context, context.chat().locale().zone());
    if (typed.isBlank()) {
      return PendingReply.ofText(context.text("timezone.usage", zone));
    }
    return ZoneNames.find(typed)
        .<PendingReply>map(
            chosen ->
                () -> {
                  chats.setZone(context.chat().key(), chosen);
                  return Reply.of(confirmation(context, chosen)).toChat();
                })
        .orElseGet(
            () -> PendingReply.ofText(context.text("timezone.unknown", InputText.excerpt(typed))));
  }

  /// With the time in the zone, so that a wrong zone is noticed at once.
  private String confirmation(CommandContext context, ZoneId chosen) {
    ChatLocale reader = new ChatLocale(context.originChat().locale().language(), chosen);
    String now = TimeFormat.dateTimeWithoutYear(clock.instant(), reader);
    return context.text("timezone.done", zone(context, chosen), now);
  }

  private static String zone(CommandContext context, ZoneId zone) {
    return TimeFormat.zoneName(zone, context.translations().language());
  }
}
