package dev.bongsu.command;

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
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// `/settings`, `/language`, `/timezone`.
public final class SettingsCommands implements CommandGroup {
  private static final Map<String, String> LANGUAGES =
      Map.of("ko", "ko", "한국어", "ko", "korean", "ko", "en", "en", "english", "en", "영어", "en");
  private static final Map<String, String> ZONES =
      Map.of("kst", "Asia/Seoul", "seoul", "Asia/Seoul", "서울", "Asia/Seoul", "한국", "Asia/Seoul");
  private static final Map<String, String> OPTIONS =
      Map.of("silent", "silent", "소리없이", "silent", "preview", "preview", "그림", "preview");
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
    return () -> {
      List<Subscription> all = subscriptions.of(context.chat().key());
      Optional<Subscription> found = pages.find(all, words[0]);
      if (found.isEmpty()) {
        return Reply.of(context.text("unsubscribe.none", InputText.excerpt(words[0])));
      }
      return words.length == 1
          ? pages.card(context, found.get())
          : setOption(context, found.get(), words);
    };
  }

  private Reply setOption(CommandContext context, Subscription one, String... words) {
    String option = OPTIONS.getOrDefault(words[1].toLowerCase(Locale.ROOT), "");
    String value = words.length > 2 ? words[2].toLowerCase(Locale.ROOT) : "";
    if (option.isEmpty() || (!ON.contains(value) && !OFF.contains(value))) {
      return Reply.of(context.text("settings.usage"));
    }
    return pages.setOption(context, one, option, ON.contains(value));
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
    return zone(typed)
        .or(() -> ZoneNames.find(typed, context.translations().language()))
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

  /// A zone by its name in any letter case, by its city, or as `+9`.
  private static Optional<ZoneId> zone(String typed) {
    String plain = typed.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
    String known = ZONES.getOrDefault(plain, plain);
    Optional<String> named =
        ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.indexOf('/') > 0 || id.equals("UTC"))
            .filter(
                id ->
                    id.equalsIgnoreCase(known) || id.toLowerCase(Locale.ROOT).endsWith("/" + known))
            .min(String::compareTo);
    try {
      return Optional.of(ZoneId.of(named.orElse(known.toUpperCase(Locale.ROOT))));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
