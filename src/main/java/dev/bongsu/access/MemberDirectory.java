package dev.bongsu.access;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatMembers;
import dev.bongsu.chat.ChatMembers.ChangePermission;
import dev.bongsu.chat.Platform;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Asks the platforms for the permissions of people and caches an answer for a minute. An unknown
/// permission is not cached and counts as no.
///
/// The terminal has no members and trusts everybody who reaches it. Any other platform that cannot
/// be asked grants nothing.
public final class MemberDirectory {
  private static final Duration CACHE_TTL = Duration.ofSeconds(60);
  private static final int MAX_CACHED = 10_000;

  private final Map<Platform, ChatMembers> platforms;
  private final InstantSource clock;
  private final SequencedMap<Person, CachedPermission> cache = new LinkedHashMap<>();

  public MemberDirectory(List<ChatMembers> platforms, InstantSource clock) {
    this.platforms =
        platforms.stream().collect(Collectors.toMap(ChatMembers::platform, Function.identity()));
    this.clock = clock;
  }

  public ChangePermission changePermission(ChatId chat, String person) {
    ChatMembers members = platforms.get(chat.platform());
    if (members == null) {
      return chat.platform() == Platform.CONSOLE
          ? ChangePermission.GRANTED
          : ChangePermission.UNKNOWN;
    }
    Person asked = new Person(chat, person);
    Optional<ChangePermission> known = cached(asked);
    return known.orElseGet(() -> fetch(members, asked));
  }

  private ChangePermission fetch(ChatMembers members, Person person) {
    ChangePermission standing = members.changePermission(person.chat(), person.id());
    if (standing != ChangePermission.UNKNOWN) {
      store(person, standing);
    }
    return standing;
  }

  public boolean isPrivate(ChatId chat) {
    ChatMembers members = platforms.get(chat.platform());
    return members == null ? chat.platform() == Platform.CONSOLE : members.isPrivate(chat);
  }

  /// Whether a person administers the chat's workspace. A platform without workspaces has none.
  public boolean isWorkspaceAdmin(ChatId chat, String person) {
    ChatMembers members = platforms.get(chat.platform());
    return members != null && !person.isEmpty() && members.isWorkspaceAdmin(chat, person);
  }

  /// Whether the platform's users are all trusted.
  boolean trustsAllUsers(Platform platform) {
    ChatMembers members = platforms.get(platform);
    return platform == Platform.CONSOLE || (members != null && members.trustsAllUsers());
  }

  public Optional<ChatId> find(Platform platform, String name) {
    return Optional.ofNullable(platforms.get(platform)).flatMap(members -> members.find(name));
  }

  public Optional<String> nameOf(ChatId chat) {
    return Optional.ofNullable(platforms.get(chat.platform()))
        .flatMap(members -> members.nameOf(chat));
  }

  public Optional<URI> startLink(Platform platform, String word) {
    return Optional.ofNullable(platforms.get(platform)).flatMap(members -> members.startLink(word));
  }

  private Optional<ChangePermission> cached(Person person) {
    synchronized (cache) {
      return Optional.ofNullable(cache.get(person))
          .filter(each -> clock.instant().isBefore(each.expires()))
          .map(CachedPermission::permission);
    }
  }

  private void store(Person person, ChangePermission standing) {
    synchronized (cache) {
      cache.putLast(person, new CachedPermission(standing, clock.instant().plus(CACHE_TTL)));
      for (Iterator<Person> oldest = cache.keySet().iterator(); cache.size() > MAX_CACHED; ) {
        oldest.next();
        oldest.remove();
      }
    }
  }

  private record Person(ChatId chat, String id) {}

  private record CachedPermission(ChangePermission permission, Instant expires) {}
}
