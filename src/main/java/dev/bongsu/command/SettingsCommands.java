package dev.bongsu.command;

import dev.bongsu.chat.Message.Reader;
import dev.bongsu.chat.Moment;
import dev.bongsu.chat.Wording;
import dev.bongsu.conversation.Answer;
import dev.bongsu.conversation.Asked;
import dev.bongsu.conversation.BlankText;
import dev.bongsu.conversation.CommandName;
import dev.bongsu.conversation.Commands;
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
public final class SettingsCommands implements Commands {
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
  private final SubscriptionPages pages;
  private final InstantSource clock;

  public SettingsCommands(
      ChatStore chats,
      SubscriptionStore subscriptions,
      SubscriptionPages pages,
      InstantSource clock) {
    this.chats = chats;
    this.subscriptions = subscriptions;
    this.pages = pages;
    this.clock = clock;
  }

  @Override
  public Map<CommandName, Handler> handlers() {
    return Map.of(
        CommandName.SETTINGS, this::settings,
        CommandName.LANGUAGE, this::language,
        CommandName.TIMEZONE, this::timezone);
  }

  @Override
  public Map<String, PressHandler> presses() {
    return Map.of(
        "lang",
        new PressHandler(true, (asked, words) -> () -> speak(asked, words.getFirst()).inPlace()));
  }

  /// All settings, a subscription's card, or an option of it: `2 silent on`.
  private Answer settings(Asked asked, String rest) {
    String[] words = rest.isEmpty() ? new String[0] : rest.split(BlankText.BLANK + "+");
    if (words.length == 0) {
      return () -> overview(asked);
    }
    return () -> {
      List<Subscription> all = subscriptions.of(asked.chat().key());
      Optional<Subscription> found = pages.find(all, words[0]);
      if (found.isEmpty()) {
        return Reply.of(asked.say("unsubscribe.none", BlankText.excerpt(words[0])));
      }
      return words.length == 1 ? pages.card(asked, found.get()) : option(asked, found.get(), words);
    };
  }

  private Reply option(Asked asked, Subscription one, String... words) {
    String option = OPTIONS.getOrDefault(words[1].toLowerCase(Locale.ROOT), "");
    String value = words.length > 2 ? words[2].toLowerCase(Locale.ROOT) : "";
    if (option.isEmpty() || (!ON.contains(value) && !OFF.contains(value))) {
      return Reply.of(asked.say("settings.usage"));
    }
    return pages.set(asked, one, option, ON.contains(value));
  }

  private Reply overview(Asked asked) {
    Locale language = asked.chat().reader().language();
    return Reply.of(
            asked.say(
                "settings.overview",
                Wording.in(language).say("language.name"),
                zone(asked, asked.chat().reader().zone()),
                subscriptions.of(asked.chat().key()).size()))
        .row(
            asked.button("button.language.ko", "/language ko", "lang", "ko"),
            asked.button("button.language.en", "/language en", "lang", "en"))
        .row(asked.button("button.list", "/list", "list", 1));
  }

  private Answer language(Asked asked, String typed) {
    return Optional.ofNullable(LANGUAGES.get(typed.toLowerCase(Locale.ROOT)))
        .<Answer>map(tag -> () -> speak(asked, tag).toChat())
        .orElseGet(
            () ->
                () ->
                    Reply.of(asked.say("language.unknown"))
                        .row(
                            asked.button("button.language.ko", "/language ko", "lang", "ko"),
                            asked.button("button.language.en", "/language en", "lang", "en")));
  }

  private Reply speak(Asked asked, String tag) {
    Locale chosen = Locale.forLanguageTag(tag);
    chats.speak(asked.chat().key(), chosen);
    return Reply.of(Wording.in(chosen).say("language.done"));
  }

  private Answer timezone(Asked asked, String typed) {
    String zone = zone(asked, asked.chat().reader().zone());
    if (typed.isBlank()) {
      return Answer.saying(asked.say("timezone.usage", zone));
    }
    return zone(typed)
        .or(() -> ZoneNames.find(typed, asked.wording().language()))
        .<Answer>map(
            chosen ->
                () -> {
                  chats.live(asked.chat().key(), chosen);
                  return Reply.of(done(asked, chosen)).toChat();
                })
        .orElseGet(() -> Answer.saying(asked.say("timezone.unknown", BlankText.excerpt(typed))));
  }

  /// With the time it is there: who took the wrong one sees it at once.
  private String done(Asked asked, ZoneId chosen) {
    Reader reader = new Reader(asked.here().reader().language(), chosen);
    String now = Moment.recent(clock.instant(), reader);
    return asked.say("timezone.done", zone(asked, chosen), now);
  }

  private static String zone(Asked asked, ZoneId zone) {
    return Moment.zone(zone, asked.wording().language());
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
