package dev.bongsu.conversation;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/// The commands by their names: one in English, which every platform takes, and some in Korean.
public enum CommandName {
  START(Kind.OPEN, "start", "시작"),
  HELP(Kind.OPEN, "help", "도움말 도움"),
  SUBSCRIBE(Kind.CHANGE, "subscribe", "구독"),
  TRY(Kind.LOOK, "try", "시험 미리보기"),
  SEARCH(Kind.LOOK, "search", "검색"),
  LIST(Kind.LOOK, "list", "목록"),
  EDIT(Kind.CHANGE, "edit", "수정 고치기"),
  PAUSE(Kind.CHANGE, "pause", "멈춤 정지"),
  RESUME(Kind.CHANGE, "resume", "재개"),
  UNSUBSCRIBE(Kind.CHANGE, "unsubscribe", "구독취소 취소 해지"),
  TOPICS(Kind.LOOK, "topics", "주제"),
  FEEDS(Kind.LOOK, "feeds", "피드"),
  ADDFEED(Kind.CHANGE, "addfeed", "피드추가"),
  REMOVEFEED(Kind.CHANGE, "removefeed", "피드삭제"),
  SETTINGS(Kind.CHANGE, "settings", "설정"),
  LANGUAGE(Kind.CHANGE, "language", "언어"),
  TIMEZONE(Kind.CHANGE, "timezone", "시간대"),
  STATUS(Kind.LOOK, "status", "상태"),
  WHY(Kind.LOOK, "why", "왜 까닭"),
  EXPORT(Kind.CHANGE, "export", "내보내기"),
  IMPORT(Kind.CHANGE, "import", "가져오기"),
  FORGET(Kind.CHANGE, "forget", "모두지우기"),
  INVITE(Kind.OWNER, "invite", "초대"),
  ACCESS(Kind.OWNER, "access", "공개");

  /// Who may say it.
  enum Kind {
    /// Everybody, also a stranger.
    OPEN,
    /// Everybody in a chat that may use the bot.
    LOOK,
    /// Who administers the chat.
    CHANGE,
    /// Owners of the bot.
    OWNER
  }

  private static final int CLOSE = 2;
  private static final int LONGEST = 64;

  private final Kind kind;
  private final String english;

  /// Several, with blanks between.
  private final String korean;

  CommandName(Kind kind, String english, String korean) {
    this.kind = kind;
    this.english = english;
    this.korean = korean;
  }

  Kind kind() {
    return kind;
  }

  /// The name that every platform takes.
  public String english() {
    return english;
  }

  private Stream<String> names() {
    return Stream.concat(Stream.of(english), Arrays.stream(korean.split(" ")));
  }

  /// A name as it is compared: in lower case, composed, without full-width letters. What is too
  /// long for a name stays as it is.
  static String plain(String name) {
    return name.length() > LONGEST
        ? name
        : Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  public static Optional<CommandName> of(String name) {
    String plain = plain(name);
    return Arrays.stream(values())
        .filter(command -> command.names().anyMatch(plain::equals))
        .findFirst();
  }

  /// The command that was probably meant, misspelt or begun; empty if none is close.
  static Optional<String> nearest(String name) {
    String plain = plain(name);
    LevenshteinDistance distance = new LevenshteinDistance(CLOSE);
    return Arrays.stream(values())
        .flatMap(CommandName::names)
        .filter(known -> isClose(distance.apply(plain, known), known))
        .min(Comparator.comparingInt(known -> distance.apply(plain, known)))
        .or(() -> begunAs(plain));
  }

  private static Optional<String> begunAs(String plain) {
    return Arrays.stream(values())
        .flatMap(CommandName::names)
        .filter(known -> plain.length() >= 2 && known.startsWith(plain))
        .findFirst();
  }

  /// The library says -1 beyond its threshold; a distance of the whole word is no likeness.
  private static boolean isClose(int distance, String known) {
    return distance >= 0 && distance < known.length();
  }
}
