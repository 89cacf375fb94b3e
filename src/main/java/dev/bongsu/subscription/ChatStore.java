package dev.bongsu.subscription;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.chat.Message.ChatLocale;
import dev.bongsu.chat.Platform;
import dev.bongsu.storage.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The table `chat`: ids, languages, time zones and contacts of chats.
public final class ChatStore {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final String GUESS = "guess";
  private static final ZoneId UTC = ZoneId.of("UTC");

  private static final Duration COUNT_TTL = Duration.ofMinutes(1);

  private final Database database;
  private final InstantSource clock;
  private volatile CachedCount count = new CachedCount(0, Instant.MIN);

  public ChatStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// The chat of an id that sent a message; created at its first one.
  ///
  /// @param language for a new chat
  public Chat findOrCreate(ChatId id, Locale language) {
    Optional<Chat> known = find(id);
    if (known.isPresent()) {
      return isGuessed(language) || !replaceGuess(known.get().key(), language)
          ? known.get()
          : find(id).orElseThrow();
    }
    String sql =
        """
        insert into chat (platform, workspace, channel, thread, language, created_ms)
        values (:platform, :workspace, :channel, :thread, :language, :now)
        on conflict (platform, workspace, channel, thread) do nothing
        """;
    database
        .write()
        .sql(sql)
        .params(columns(id))
        .param("language", language.toLanguageTag())
        .param("now", clock.millis())
        .update();
    return find(id).orElseThrow();
  }

  /// A language that is only guessed: it is replaced when the person's is known.
  public static Locale guessed(Locale language) {
    return new Locale.Builder().setLocale(language).setExtension('x', GUESS).build();
  }

  private static boolean isGuessed(Locale language) {
    return GUESS.equals(language.getExtension('x'));
  }

  private boolean replaceGuess(ChatKey key, Locale language) {
    boolean guess =
        database
            .read()
            .sql("select language from chat where id = :id")
            .param("id", key.value())
            .query((row, _) -> isGuessed(Locale.forLanguageTag(row.getString("language"))))
            .single();
    if (guess) {
      setLanguage(key, language);
    }
    return guess;
  }

  public Optional<Chat> find(ChatId id) {
    String sql =
        """
        select * from chat where platform = :platform and workspace = :workspace
        and channel = :channel and thread = :thread
        """;
    return database.read().sql(sql).params(columns(id)).query((row, _) -> chat(row)).optional();
  }

  public Optional<Chat> get(ChatKey key) {
    return database
        .read()
        .sql("select * from chat where id = :id")
        .param("id", key.value())
        .query((row, _) -> chat(row))
        .optional();
  }

  /// Sets the language of messages to the chat.
  public void setLanguage(ChatKey key, Locale language) {
    database
        .write()
        .sql("update chat set language = :language where id = :id")
        .param("language", language.toLanguageTag())
        .param("id", key.value())
        .update();
  }

  /// The codes of the languages that people in the chat read: that of its messages until others are
  /// chosen.
  public Set<String> reads(ChatKey key) {
    String chosen =
        database
            .read()
            .sql("select coalesce(reads, language) as codes from chat where id = :id")
            .param("id", key.value())
            .query((row, _) -> row.getString("codes"))
            .single();
    return Stream.of(chosen.split(","))
        .map(code -> Locale.forLanguageTag(code).getLanguage())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// Sets the languages that people in the chat read.
  ///
  /// @param codes at least one
  public void setReads(ChatKey key, Set<String> codes) {
    database
        .write()
        .sql("update chat set reads = :codes where id = :id")
        .param("codes", String.join(",", codes))
        .param("id", key.value())
        .update();
  }

  /// Stores the person who used the bot in the chat last.
  public void setContact(ChatKey key, String person) {
    database
        .write()
        .sql("update chat set contact_user = :person where id = :id and contact_user <> :person")
        .param("person", person)
        .param("id", key.value())
        .update();
  }

  /// The platform's id of the person who used the bot in the chat last; empty if unknown.
  public Optional<String> contact(ChatKey key) {
    return database
        .read()
        .sql("select contact_user from chat where id = :id and contact_user <> ''")
        .param("id", key.value())
        .query((row, _) -> row.getString("contact_user"))
        .optional();
  }

  /// The active chats that a person used last, in the workspace of another chat, without that one.
  public List<Chat> usedBy(ChatId origin, String person) {
    String sql =
        """
        select * from chat where platform = :platform and workspace = :workspace
        and contact_user = :person and contact_user <> '' and channel <> :channel
        and state = 'active' order by id
        """;
    return database
        .read()
        .sql(sql)
        .param("platform", origin.platform().code())
        .param("workspace", origin.workspace())
        .param("person", person)
        .param("channel", origin.channel())
        .query((row, _) -> chat(row))
        .list();
  }

  /// Deletes the chat's time zone, languages and contact.
  public void forget(ChatKey key) {
    database
        .write()
        .sql("update chat set zone = null, reads = null, contact_user = '' where id = :id")
        .param("id", key.value())
        .update();
  }

  /// Sets the time zone of times shown in the chat.
  public void setZone(ChatKey key, ZoneId zone) {
    database
        .write()
        .sql("update chat set zone = :zone where id = :id")
        .param("zone", zone.getId())
        .param("id", key.value())
        .update();
  }

  /// How many active chats have a subscription, counted once a minute.
  public int countActive() {
    CachedCount known = count;
    if (known.expires().isAfter(clock.instant())) {
      return known.chats();
    }
    CachedCount now = new CachedCount(count(), clock.instant().plus(COUNT_TTL));
    count = now;
    return now.chats();
  }

  private int count() {
    return database
        .read()
        .sql(
            "select count(distinct s.chat_id) as active from subscription s"
                + " join chat c on c.id = s.chat_id where c.state = 'active'")
        .query((row, _) -> row.getInt("active"))
        .single();
  }

  private static Map<String, String> columns(ChatId id) {
    return Map.of(
        "platform", id.platform().code(),
        "workspace", id.workspace(),
        "channel", id.channel(),
        "thread", id.thread());
  }

  private static Chat chat(ResultSet row) throws SQLException {
    ChatId id =
        new ChatId(
            Platform.of(row.getString("platform")),
            row.getString("workspace"),
            row.getString("channel"),
            row.getString("thread"));
    Locale language = Locale.forLanguageTag(row.getString("language")).stripExtensions();
    ZoneId zone = zone(row.getString("zone"), language);
    return new Chat(new ChatKey(row.getLong("id")), id, new ChatLocale(language, zone));
  }

  /// The chosen zone, or that of the language.
  private static ZoneId zone(@Nullable String chosen, Locale language) {
    if (chosen != null) {
      return ZoneId.of(chosen);
    }
    return language.getLanguage().equals("ko") ? SEOUL : UTC;
  }

  private record CachedCount(int chats, Instant expires) {}
}
