package dev.bongsu.conversation;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/// The commands with their names: one in English, which every platform accepts, and some in Korean.
public enum CommandName {
  START(RequiredRole.ANYONE, "start", "시작"),
  HELP(RequiredRole.ANYONE, "help", "도움말 도움"),
  SUBSCRIBE(RequiredRole.ADMIN, "subscribe", "구독"),
  TRY(RequiredRole.MEMBER, "try", "시험 미리보기"),
  SEARCH(RequiredRole.MEMBER, "search", "검색"),
  LIST(RequiredRole.MEMBER, "list", "목록"),
  EDIT(RequiredRole.ADMIN, "edit", "수정 고치기"),
  PAUSE(RequiredRole.ADMIN, "pause", "멈춤 정지"),
  RESUME(RequiredRole.ADMIN, "resume", "재개"),
  UNSUBSCRIBE(RequiredRole.ADMIN, "unsubscribe", "구독취소 취소 해지"),
  TOPICS(RequiredRole.MEMBER, "topics", "주제"),
  FEEDS(RequiredRole.MEMBER, "feeds", "피드"),
  ADDFEED(RequiredRole.ADMIN, "addfeed", "피드추가"),
  REMOVEFEED(RequiredRole.ADMIN, "removefeed", "피드삭제"),
  SHARE(RequiredRole.SHARER, "share", "공유"),
  UNSHARE(RequiredRole.SHARER, "unshare", "공유취소 공유해제"),
  SETTINGS(RequiredRole.ADMIN, "settings", "설정"),
  LANGUAGE(RequiredRole.ADMIN, "language", "언어"),
  TIMEZONE(RequiredRole.ADMIN, "timezone", "시간대"),
  STATUS(RequiredRole.MEMBER, "status", "상태"),
  WHY(RequiredRole.MEMBER, "why", "왜 까닭"),
  EXPORT(RequiredRole.ADMIN, "export", "내보내기"),
  IMPORT(RequiredRole.ADMIN, "import", "가져오기"),
  FORGET(RequiredRole.ADMIN, "forget", "모두지우기"),
  INVITE(RequiredRole.OWNER, "invite", "초대"),
  ACCESS(RequiredRole.OWNER, "access", "공개");

  /// Who may run it.
  enum RequiredRole {
    /// Everybody, also without access to the bot.
    ANYONE,
    /// Everybody in a chat that may use the bot.
    MEMBER,
    /// Administrators of the chat.
    ADMIN,
    /// Owners of the bot, and administrators of the workspace.
    SHARER,
    /// Owners of the bot.
    OWNER
  }

  private static final int MAX_DISTANCE = 2;
  private static final int MAX_LENGTH = 64;
  private static final int MIN_PREFIX_LENGTH = 2;

  private final RequiredRole requiredRole;
  private final String english;

  /// Several, separated by spaces.
  private final String korean;

  CommandName(RequiredRole requiredRole, String english, String korean) {
    this.requiredRole = requiredRole;
    this.english = english;
    this.korean = korean;
  }

  RequiredRole requiredRole() {
    return requiredRole;
  }

  /// Whether it is not for people in general.
  boolean isForOwners() {
    return requiredRole == RequiredRole.OWNER || requiredRole == RequiredRole.SHARER;
  }

  /// Whether the command only shows something, with these arguments: it changes nothing here, and
  /// nothing is fetched for it.
  boolean shows(String arguments) {
    return switch (this) {
      case EXPORT -> true;
      case PAUSE, RESUME -> false;
      case SETTINGS -> !arguments.contains(" ");
      default ->
          requiredRole == RequiredRole.ANYONE
              || requiredRole == RequiredRole.MEMBER
              || arguments.isBlank();
    };
  }

  /// The name that every platform accepts.
  public String english() {
    return english;
  }

  private Stream<String> names() {
    return Stream.concat(Stream.of(english), Arrays.stream(korean.split(" ")));
  }

  /// A name in the form that is compared: lower case, composed, without full-width letters. A text
  /// too long for a name stays unchanged.
  static String normalize(String name) {
    return name.length() > MAX_LENGTH
        ? name
        : Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  public static Optional<CommandName> of(String name) {
    String plain = normalize(name);
    return Arrays.stream(values())
        .filter(command -> command.names().anyMatch(plain::equals))
        .findFirst();
  }

  /// The command that was probably meant, misspelt or abbreviated; empty if none is close.
  static Optional<String> nearest(String name) {
    String plain = normalize(name);
    LevenshteinDistance distance = new LevenshteinDistance(MAX_DISTANCE);
    return Arrays.stream(values())
        .flatMap(CommandName::names)
        .filter(known -> isClose(distance.apply(plain, known), known))
        .min(Comparator.comparingInt(known -> distance.apply(plain, known)))
        .or(() -> startingWith(plain));
  }

  private static Optional<String> startingWith(String plain) {
    return Arrays.stream(values())
        .flatMap(CommandName::names)
        .filter(known -> plain.length() >= MIN_PREFIX_LENGTH && known.startsWith(plain))
        .findFirst();
  }

  /// The library returns -1 beyond its threshold; a distance of the whole word is not close.
  private static boolean isClose(int distance, String known) {
    return distance >= 0 && distance < known.length();
  }
}
